import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changedMeanwhile,
  fieldsOf,
  isAnswerable,
  isOver,
  noteOf,
  seenOf,
} from '../../client/src/questions/answer-draft.js'
import type { DeskQuestion } from '../../client/src/questions/columns.js'
import { dayOf, momentOn, shownDay, typedDay, typedTime } from '../../client/src/text/days.js'
import { NoteAnswer } from '../../protocol/question.js'
import { idOf } from '../support/scenes.js'

const NOW = '2026-11-21T02:05:00.000Z'
const question = (but: object = {}) =>
  ({
    state: 'on_air',
    onAirSince: '2026-11-21T02:00:07.300Z',
    decidedAt: '2026-11-21T02:03:09.000Z',
    leadSpeakerId: idOf(1),
    answer: null,
    ...but,
  }) as unknown as DeskQuestion
const fields = (but: object = {}) => ({ ...fieldsOf(question(), undefined, NOW), ...but })
const noted = (but: object) => {
  const ready = noteOf(fields(but))
  return 'note' in ready ? ready.note : ready.faults
}

describe('an answer while it is written down', () => {
  it('begins with the lead speaker and the moment the question went on air, by the station’s clock', () => {
    expect(fields()).toMatchObject({
      speakerIds: [idOf(1)],
      day: '2026-11-21',
      started: '09:00:07',
      ended: '',
    })
  })

  it('ends when the question left the air, unless that was written down', () => {
    expect(fieldsOf(question({ state: 'answered' }), undefined, NOW).ended).toBe('09:03:09')
    const answer = {
      speakerIds: [],
      startedAt: NOW,
      endedAt: '2026-11-21T02:04:00.000Z',
      said: null,
      promise: null,
    }
    expect(fieldsOf(question({ state: 'answered', answer }), undefined, NOW).ended).toBe('09:04:00')
    expect(fieldsOf(question({ state: 'follow_up', onAirSince: null }), undefined, NOW).started).toBe('')
  })

  it('shows what was typed over what the server has, and follows the server in the rest', () => {
    const answer = {
      speakerIds: [idOf(2)],
      startedAt: NOW,
      endedAt: null,
      said: 'của người khác',
      promise: null,
    }
    const draft = { said: 'của tôi', seen: seenOf(null) }
    const shown = fieldsOf(question({ answer }), draft, NOW)
    expect(shown).toMatchObject({ said: 'của tôi', speakerIds: [idOf(2)], started: '09:05:00' })
    expect(changedMeanwhile(question({ answer }), draft)).toBe(true)
    expect(changedMeanwhile(question({ answer }), { ...draft, seen: seenOf(answer) })).toBe(false)
    expect(changedMeanwhile(question({ answer }), undefined)).toBe(false)
  })

  it('goes up in UTC, and an end before midnight’s other side is the next day', () => {
    expect(noted({ ended: '9:02', said: ' sửa ', promise: 'sửa đường', by: '31/12/2026' })).toEqual({
      speakerIds: [idOf(1)],
      startedAt: '2026-11-21T02:00:07.000Z',
      endedAt: '2026-11-21T02:02:00.000Z',
      said: 'sửa',
      promise: { what: 'sửa đường', by: '2026-12-31' },
    })
    expect(noted({ started: '23:59:50', ended: '00:00:10' })).toMatchObject({
      endedAt: '2026-11-21T17:00:10.000Z',
    })
  })

  it('names each field that cannot be sent', () => {
    expect(noted({ started: '' })).toEqual({ started: 'time' })
    expect(noted({ started: '25:00', ended: 'xong' })).toEqual({ started: 'time', ended: 'time' })
    expect(noted({ started: '09:10', ended: '09:09' })).toEqual({ ended: 'beforeStart' })
    expect(noted({ promise: 'sửa' })).toEqual({ by: 'dayNeeded' })
    expect(noted({ by: '31/12/2026' })).toEqual({ promise: 'promiseNeeded' })
    expect(noted({ promise: 'sửa', by: '31/02/2026' })).toEqual({ by: 'day' })
  })

  it('is never refused by the wire when it has no fault, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('9:05', '0910', '31/12/2026', '1.2.27', ''),
    )
    fc.assert(
      fc.property(typed, typed, typed, typed, (started, ended, promise, by) => {
        const ready = noteOf(fields({ started, ended, by, promise: promise.replace(/[^\w ]/g, '') }))
        if ('note' in ready)
          expect(NoteAnswer.safeParse({ id: idOf(9), ...ready.note }).error).toBeUndefined()
        else expect(Object.keys(ready.faults)).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('warns of a promise for a day that is over, and of no other', () => {
    expect(isOver(fields({ by: '20/11/2026' }), '2026-11-21')).toBe(true)
    for (const by of ['21/11/2026', '', 'mai']) expect(isOver(fields({ by }), '2026-11-21')).toBe(false)
  })

  it('may be written down on air and after it, while there is air or it has ended', () => {
    for (const state of ['on_air', 'answered', 'follow_up'] as const) {
      expect(['live', 'paused', 'ended'].every(phase => isAnswerable({ state }, phase))).toBe(true)
      expect(['draft', 'open', 'closed'].some(phase => isAnswerable({ state }, phase))).toBe(false)
    }
    expect(isAnswerable({ state: 'approved' }, 'live')).toBe(false)
  })
})

describe('days and times as they are typed', () => {
  it('are read in the ways people write them', () => {
    for (const text of ['31/12/2026', '31-12-2026', '31.12.26', ' 31 12 2026 ', '31122026'])
      expect({ text, day: typedDay(text) }).toEqual({ text, day: '2026-12-31' })
    for (const text of ['', '30/02/2026', '12/31/2026', '31/12', 'mai'])
      expect({ text, day: typedDay(text) }).toEqual({ text, day: null })
    for (const text of ['9:05', '09:05:00', '0905', '9h05', '09.05'])
      expect({ text, time: typedTime(text) }).toEqual({ text, time: '09:05:00' })
    for (const text of ['', '9', '24:00', '09:60', '9:5'])
      expect({ text, time: typedTime(text) }).toEqual({ text, time: null })
  })

  it('come back as they were shown', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        moment => {
          const day = dayOf(moment.toISOString())
          expect(typedDay(shownDay(day))).toBe(day)
          expect(dayOf(momentOn(day, '00:00:00').toISOString())).toBe(day)
          expect(dayOf(momentOn(day, '23:59:59').toISOString())).toBe(day)
        },
      ),
    )
  })
})
