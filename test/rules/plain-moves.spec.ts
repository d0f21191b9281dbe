import { describe, expect, it } from 'vitest'
import { AGENCY, MORNING, after, code, decided, idOf, question, refusal, scene } from '../support/scenes.js'

const approvedOnes = [question(2, 'approved', { order: 'a0' }), question(3, 'approved', { order: 'a1' })]

const reject = (reason: object) => refusal(() => decided(scene(question(1, 'pending')), 'reject', { reason }))

describe('a return and a rejection', () => {
  it('keep their reason until the next move', () => {
    const returned = after(scene(question(1, 'pending')), 'return', { reason: 'Thiếu địa chỉ' })
    expect(returned.reason).toEqual({ text: 'Thiếu địa chỉ' })
    expect(after(scene(returned), 'resubmit').reason).toBeNull()
    const rejected = after(scene(question(1, 'pending')), 'reject', {
      reason: { code: 'out_of_scope', text: 'Hỏi về bóng đá' },
    })
    expect(rejected.reason).toEqual({ code: 'out_of_scope', text: 'Hỏi về bóng đá' })
    expect(after(scene(rejected), 'restore').reason).toBeNull()
  })

  it.each([
    'out_of_scope',
    'unsuitable_language',
    'too_little_information',
    'already_answered',
    'test_or_nuisance',
    'house_reason',
  ])('takes %s without words', reason => {
    expect(after(scene(question(1, 'pending')), 'reject', { reason: { code: reason } }).reason).toEqual({
      code: reason,
    })
  })

  it('wants words for another reason, and knows no reason beside the list', () => {
    expect(reject({ code: 'other' })?.details).toMatchObject({ faults: [{ path: 'reason.text' }] })
    expect(reject({ code: 'other', text: ' ' })?.code).toBe('request.invalid')
    expect(reject({ code: 'other', text: 'Trùng giờ' })).toBeNull()
    expect(reject({ code: 'because' })?.details).toMatchObject({ faults: [{ path: 'reason.code' }] })
  })
})

describe('a recall', () => {
  it.each(['on_air', 'answered'] as const)('brings what is %s back as NEXT', state => {
    const recalled = after(scene(question(1, state, { onAirSince: MORNING }), approvedOnes), 'recall')
    expect(recalled).toMatchObject({ state: 'approved', onAirSince: null })
    expect(recalled.order! < 'a0').toBe(true)
  })
})

describe('whatever leaves the air', () => {
  it.each(['withdraw', 'recall', 'answer', 'defer', 'divert'] as const)('is named by %s', move => {
    expect(decided(scene(question(1, 'on_air')), move).offAirId).toBe(idOf(1))
  })

  it('is not named when it was not on air', () => {
    for (const move of ['withdraw', 'defer', 'divert', 'merge'] as const)
      expect(decided(scene(question(1, 'approved'), [question(99, 'pending')]), move)).not.toHaveProperty(
        'offAirId',
      )
  })
})

describe('a withdrawal', () => {
  it('takes it from the order and from the air, and keeps what was prepared', () => {
    const prepared = { wording: 'Bao giờ sửa đường?', allowedNumbers: ['113'] }
    for (const state of ['approved', 'on_air'] as const)
      expect(after(scene(question(1, state, prepared)), 'withdraw')).toMatchObject({
        ...prepared,
        state: 'pending',
        order: null,
        onAirSince: null,
      })
  })
})

describe('a deferral', () => {
  it('names the agency that is to answer, or leaves it', () => {
    expect(after(scene(question(1, 'pending')), 'defer', { agencyId: AGENCY }).agencyId).toBe(AGENCY)
    expect(after(scene(question(1, 'pending', { agencyId: AGENCY })), 'defer').agencyId).toBe(AGENCY)
    expect(code(() => decided(scene(question(1, 'pending')), 'defer', { agencyId: idOf(77) }))).toBe(
      'request.invalid',
    )
  })

  it('leaves no clock running when it is taken up again', () => {
    const deferred = after(scene(question(1, 'on_air')), 'defer')
    const restored = after(scene(deferred), 'restore')
    expect(after(scene(restored), 'approve').onAirSince).toBeNull()
  })
})

describe('advice on the spot', () => {
  it('keeps a note, or the one that was there', () => {
    expect(after(scene(question(1, 'pending')), 'advise', { note: 'Đã chỉ số 1022' }).note).toBe(
      'Đã chỉ số 1022',
    )
    expect(after(scene(question(1, 'pending', { note: 'Cũ' })), 'advise').note).toBe('Cũ')
  })
})
