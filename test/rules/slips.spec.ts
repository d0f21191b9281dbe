import { describe, expect, it } from 'vitest'
import { LogQuestion } from '../../protocol/question.js'
import { faultAt, withProto } from '../support/bodies.js'
import { idOf } from '../support/scenes.js'

const id = idOf(1)
const leave = { mayReadName: false, mayKeep: false, mayForward: false }

describe('a slip on the wire', () => {
  const slip = { id, verbatim: 'Bao giờ sửa đường?' }

  it('is read with all that it may have, and nothing is assumed', () => {
    const full = {
      ...slip,
      run: 1,
      takenAt: '2026-11-21T02:00:00.000Z',
      line: 'hotline1',
      direct: true,
      nature: 'report',
      topicId: id,
      agencyId: id,
      priority: 'high',
      note: 'Gọi lại',
      sameAsId: id,
      paper: { number: 501 },
      caller: {
        ...leave,
        honorific: 'Bà',
        name: 'Năm',
        phone: '113',
        place: { code: '31117', text: 'Tân An' },
      },
    }
    expect(LogQuestion.parse(full)).toEqual(full)
    expect(LogQuestion.parse(slip)).toEqual(slip)
  })

  it('makes one id of both its spellings', () => {
    expect(LogQuestion.parse({ ...slip, id: 'ABCDEF00-0000-4000-8000-00000000000A' }).id).toBe(
      'abcdef00-0000-4000-8000-00000000000a',
    )
  })

  it.each(['state', 'number', 'version', 'wording', 'approvedBy', 'revision', 'constructor'])(
    'refuses the unknown field %s',
    field => {
      expect(LogQuestion.safeParse({ ...slip, [field]: 1 }).success).toBe(false)
    },
  )

  it('refuses a __proto__ at every depth, and changes no prototype', () => {
    expect(LogQuestion.safeParse(withProto(slip)).success).toBe(false)
    expect(LogQuestion.safeParse({ ...slip, caller: withProto(leave) }).success).toBe(false)
    expect({}).not.toHaveProperty('role')
  })

  it.each(['mayReadName', 'mayKeep', 'mayForward'])('wants %s said', consent => {
    const { [consent as 'mayKeep']: _, ...rest } = leave
    expect(faultAt(LogQuestion, { ...slip, caller: rest })).toBe(`caller.${consent}`)
    expect(faultAt(LogQuestion, { ...slip, caller: { ...leave, [consent]: 'true' } })).toBe(
      `caller.${consent}`,
    )
  })

  it.each([
    ['verbatim', { verbatim: '' }],
    ['verbatim', { verbatim: undefined }],
    ['verbatim', { verbatim: 'a'.repeat(5001) }],
    ['note', { note: 'a'.repeat(2001) }],
    ['caller.name', { caller: { ...leave, name: 'a'.repeat(121) } }],
    ['caller.phone', { caller: { ...leave, phone: '1'.repeat(41) } }],
    ['caller.place.text', { caller: { ...leave, place: { text: ' ' } } }],
    ['id', { id: 'câu 12' }],
    ['nature', { nature: 'denounce' }],
    ['takenAt', { takenAt: '21/11/2026' }],
    ['paper.number', { paper: { number: 0 } }],
    ['run', { run: 1.5 }],
  ])('is refused for its %s', (path, wrong) => {
    expect(faultAt(LogQuestion, { ...slip, ...wrong })).toBe(path)
  })

  it('that is diverted carries nothing else', () => {
    expect(LogQuestion.parse({ id, diverted: true, line: 'hotline1' })).toEqual({
      id,
      diverted: true,
      line: 'hotline1',
    })
    for (const field of ['verbatim', 'caller', 'note', 'takenAt', 'run', 'sameAsId', 'nature', 'paper'])
      expect([field, LogQuestion.safeParse({ id, diverted: true, [field]: 'x' }).success]).toEqual([
        field,
        false,
      ])
    expect(LogQuestion.safeParse(withProto({ id, diverted: true })).success).toBe(false)
    for (const diverted of [false, 'true', 1, null])
      expect(LogQuestion.safeParse({ ...slip, diverted }).success).toBe(false)
  })
})
