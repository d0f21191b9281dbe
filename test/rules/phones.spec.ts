import { describe, expect, it } from 'vitest'
import { toCaller, toE164 } from '../../server/callers/domain/caller.js'

const leave = { mayReadName: false, mayKeep: false, mayForward: false }

describe('a phone number', () => {
  it.each([
    '0939000112',
    '0939.000.112',
    '0939 000 112',
    ' 0939-000-112 ',
    '84939000112',
    '+84939000112',
    '+84 (0) 939 000 112',
    '0084939000112',
    '00 84 939 000 112',
    '939000112',
    '０９３９０００１１２',
  ])('written %s is one and the same', typed => {
    expect(toE164(typed)).toBe('+84939000112')
  })

  it.each([
    ['(0292) 3730759', '+842923730759'],
    ['02923.730.759', '+842923730759'],
    ['028 3822 1234', '+842838221234'],
    ['0225 3 842 119', '+842253842119'],
  ])('of a landline with eleven digits, %s, is kept', (typed, e164) => {
    expect(toE164(typed)).toBe(e164)
  })

  it('from abroad keeps its country', () => {
    expect(toE164('+1 202 555 0123')).toBe('+12025550123')
  })

  it.each([
    '113',
    'không rõ',
    '0939 000',
    '0939000112 hoặc 0918000245',
    '0939 000 112 0918 000 245',
    '+',
    '0',
  ])('as odd as %s is kept as typed, and never refused', typed => {
    expect(toE164(typed)).toBeUndefined()
    expect(toCaller({ ...leave, phone: typed }).phone).toEqual({ typed })
  })

  it('is kept beside what was typed', () => {
    expect(toCaller({ ...leave, phone: '0939.000.112' }).phone).toEqual({
      typed: '0939.000.112',
      e164: '+84939000112',
    })
    expect(toCaller(leave).phone).toBeNull()
  })
})
