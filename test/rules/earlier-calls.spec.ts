import { describe, expect, it } from 'vitest'
import type { CallerCall } from '../../protocol/caller-lookup.js'
import { NO_CALLER } from '../../client/src/secretary/caller.js'
import { callsNow, filledIn, knownAs, toLookUp } from '../../client/src/secretary/earlier-calls.js'
import { numbered, storeOf } from '../support/desk-questions.js'
import { MORNING, idOf } from '../support/scenes.js'

const loan = {
  honorific: 'Cô',
  name: 'Huỳnh Kim Loan',
  organisation: null,
  phone: { typed: '0907000331' },
  place: { code: '31135', text: 'phường Cái Khế' },
  mayReadName: true,
  mayKeep: true,
  mayForward: true,
}
const call = (number: number, rest: Partial<CallerCall> = {}): CallerCall => ({
  programId: idOf(900),
  questionId: idOf(number),
  number,
  state: 'pending',
  loggedAt: MORNING.toISOString(),
  text: 'Đường ngập',
  caller: loan,
  ...rest,
})

describe('a number', () => {
  it.each([
    ['0907000331', true],
    ['0907.000.331', true],
    ['+84 907 000 331', true],
    ['0292 3730 759', true],
    ['0907 000 33', false],
    ['09070003319', false],
    ['0907', false],
    ['', false],
  ])('being typed as %j is looked up: %s', (phone, asked) => {
    expect(toLookUp(phone, false)).toBe(asked)
  })

  it('that is odd is looked up when the hand has left it, if it is long enough', () => {
    expect(toLookUp('0907 000 33', true)).toBe(true)
    expect(toLookUp('0907 000', true)).toBe(false)
  })
})

describe('an earlier call', () => {
  it('is shown as the live store has it, with what became of it', () => {
    const lead = numbered(12, { state: 'on_air' })
    const joined = numbered(4, { state: 'merged', mergedIntoId: lead.id })
    expect(callsNow([call(4)], storeOf(lead, joined))).toMatchObject([
      { state: 'merged', here: true, mergedInto: { number: 12, state: 'on_air' } },
    ])
  })

  it('that was erased meanwhile is not shown', () => {
    expect(callsNow([call(4)], storeOf())).toEqual([])
  })

  it('of another programme is shown as it was answered', () => {
    const other = call(4, { programId: idOf(901), state: 'follow_up' })
    expect(callsNow([other], storeOf())).toMatchObject([{ here: false, state: 'follow_up' }])
  })

  it('that names the caller says whose number it is', () => {
    const nameless = call(5, { caller: { ...loan, name: null } })
    expect(knownAs([nameless, call(4)])?.name).toBe('Huỳnh Kim Loan')
    expect(knownAs([nameless])?.place?.text).toBe('phường Cái Khế')
    expect(knownAs([])).toBeUndefined()
  })

  it('fills what is empty, and no consent', () => {
    expect(filledIn({ ...NO_CALLER, phone: '0907000331' }, loan)).toEqual({
      ...NO_CALLER,
      phone: '0907000331',
      honorific: 'Cô',
      name: 'Huỳnh Kim Loan',
      place: 'phường Cái Khế',
      placeCode: '31135',
    })
  })

  it('never types over anything', () => {
    const typed = { ...NO_CALLER, honorific: 'Bà', name: 'Sáu', place: 'xã Phong Điền' }
    expect(filledIn(typed, loan)).toEqual(typed)
  })
})
