import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '../../server/questions/domain/question.js'
import { withSearchText } from '../../server/questions/domain/search-text.js'
import {
  MINH,
  NOON,
  STATES,
  caller,
  decided,
  idOf,
  kept,
  question,
  refusal,
  scene,
} from '../support/scenes.js'

/** Gives every text of the question a mark of its own kind. */
function marked(state: Question['state'], mark: string): Question {
  const told = caller({
    honorific: `Ông ${mark}`,
    name: `Tên ${mark}`,
    organisation: `Hội ${mark}`,
    phone: { typed: mark, e164: `+84${mark}` },
    place: { code: mark, text: `Phường ${mark}` },
    mayReadName: true,
  })
  const texts = {
    verbatim: `Tố cáo ${mark}`,
    wording: `Lên sóng ${mark}`,
    allowedNumbers: [mark],
    note: `Ghi ${mark}`,
    reason: { code: mark, text: `Vì ${mark}` },
    caller: told,
    searchText: mark,
    searchShown: mark,
    answer: { speakerIds: [], startedAt: '', endedAt: null, said: mark, promise: { what: mark, by: '' } },
  }
  return question(1, state, texts)
}

const marks = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String)
const divertible = STATES.filter(state => state !== 'diverted')

describe('a divert', () => {
  it('leaves no mark of what was said or of who said it, from any state and after any move', () => {
    fc.assert(
      fc.property(fc.constantFrom(...divertible), marks, (state, mark) => {
        const logged = withSearchText(marked(state, mark))
        const lead = question(99, 'pending')
        const around = scene(logged, [lead])
        const lived =
          state === 'pending' ? kept(decided(around, 'return', { reason: mark }).questions[0]!) : logged
        const [erased] = decided(scene(lived, [lead]), 'divert').questions
        expect(JSON.stringify(lived)).toContain(mark)
        expect(JSON.stringify(withSearchText(erased!))).not.toContain(mark)
      }),
    )
  })

  it('leaves a tombstone: number, time, who', () => {
    const [erased] = decided(scene(marked('on_air', '0939000112')), 'divert').questions
    expect(erased).toMatchObject({
      id: idOf(1),
      number: 1,
      state: 'diverted',
      version: 4,
      decidedBy: MINH,
      decidedAt: NOON,
      lastMove: null,
      order: null,
      mergedIntoId: null,
      onAirSince: null,
    })
  })

  it('tells the lead that it has an asker less', () => {
    expect(decided(scene(question(1, 'merged')), 'divert').leadIds).toEqual([idOf(99)])
    expect(decided(scene(question(1, 'pending')), 'divert')).not.toHaveProperty('leadIds')
  })

  it('wants the number typed again, and names the field otherwise', () => {
    const refused = refusal(() => decided(scene(question(1, 'pending')), 'divert', { confirmNumber: 2 }))
    expect([refused?.code, refused?.details]).toMatchObject([
      'request.invalid',
      { faults: [{ path: 'confirmNumber' }] },
    ])
  })

  it('is not kept in the memory of the question that displaced it from the air', () => {
    const onAir = marked('on_air', '912345678')
    const [displaced, taken] = decided(scene(question(2, 'approved'), [onAir]), 'take', {
      believedOnAirId: onAir.id,
    }).questions
    const [erased] = decided(scene(displaced!), 'divert', { confirmNumber: 1 }).questions
    expect(JSON.stringify([taken, erased])).not.toContain('912345678')
  })
})
