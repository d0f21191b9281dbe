import { describe, expect, it } from 'vitest'
import { MoveName, MoveQuestion, ReviseQuestion } from '../../protocol/question.js'
import { faultAt, withProto } from '../support/bodies.js'
import { command, idOf } from '../support/scenes.js'

const id = idOf(1)

describe('a move on the wire', () => {
  it.each(MoveName.options)('%s takes what is its own and nothing more', move => {
    const body = command(move)
    expect(MoveQuestion.parse(body)).toEqual(body)
    expect(MoveQuestion.safeParse({ ...body, state: 'approved' }).success).toBe(false)
    expect(MoveQuestion.safeParse(withProto(body)).success).toBe(false)
    expect(faultAt(MoveQuestion, { ...body, version: undefined })).toBe('version')
    expect(faultAt(MoveQuestion, { ...body, version: '3' })).toBe('version')
    expect(faultAt(MoveQuestion, { ...body, id: undefined })).toBe('id')
  })

  it.each([
    ['return', 'reason'],
    ['reject', 'reason'],
    ['merge', 'intoId'],
    ['take', 'believedOnAirId'],
    ['divert', 'confirmNumber'],
  ] as const)('%s wants its %s', (move, field) => {
    expect(faultAt(MoveQuestion, { ...command(move), [field]: undefined })).toBe(field)
  })

  it('is one of the table, and keeps to its limits', () => {
    expect(MoveQuestion.safeParse({ id, version: 1, move: 'delete' }).success).toBe(false)
    expect(faultAt(MoveQuestion, { ...command('approve'), wording: 'a'.repeat(601) })).toBe('wording')
    expect(faultAt(MoveQuestion, { ...command('return'), reason: 'a'.repeat(301) })).toBe('reason')
    expect(faultAt(MoveQuestion, { ...command('take'), then: 'pending' })).toBe('then')
  })
})

describe('a correction on the wire', () => {
  const correction = { id, version: 1 }

  it('empties with null what may be empty, and only that', () => {
    const emptied = [
      'wording',
      'line',
      'topicId',
      'agencyId',
      'note',
      'caller',
      'leadSpeakerId',
      'supportingSpeakerIds',
    ]
    const filled = ['verbatim', 'direct', 'nature', 'priority', 'allowNumbers']
    for (const field of emptied)
      expect([field, faultAt(ReviseQuestion, { ...correction, [field]: null })]).toEqual([field, null])
    for (const field of filled) expect(faultAt(ReviseQuestion, { ...correction, [field]: null })).toBe(field)
  })

  it('has no __proto__', () => {
    expect(ReviseQuestion.safeParse(withProto(correction)).success).toBe(false)
  })

  it('counts an empty text as absent, but for the verbatim, which must say something', () => {
    expect(ReviseQuestion.parse({ ...correction, wording: ' ', note: '' })).toEqual(correction)
    expect(faultAt(ReviseQuestion, { ...correction, verbatim: ' ' })).toBe('verbatim')
  })

  it.each(['state', 'number', 'loggedBy', 'order', 'run', 'sameAsId', 'reason'])('corrects no %s', field => {
    expect(ReviseQuestion.safeParse({ ...correction, [field]: 'x' }).success).toBe(false)
  })
})
