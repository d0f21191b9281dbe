import { describe, expect, it } from 'vitest'
import {
  OTHER_SPEAKER,
  SPEAKER,
  TOPIC,
  after,
  code,
  decided,
  idOf,
  question,
  refusal,
  scene,
} from '../support/scenes.js'

const LONG = 'đ'.repeat(281)
const pending = (rest = {}) => scene(question(1, 'pending', rest))

describe('an approval', () => {
  it('takes the wording that was given before the present one and before the verbatim', () => {
    const around = pending({ wording: 'Câu đang có' })
    expect(after(around, 'approve', { wording: 'Câu mới' }).wording).toBe('Câu mới')
    expect(after(around, 'approve').wording).toBe('Câu đang có')
    expect(after(around, 'approve', { wording: '   ' }).wording).toBe('Câu đang có')
    expect(after(pending(), 'approve').wording).toBe('Bao giờ đường được sửa?')
  })

  it('takes a verbatim of 280 code points as it is, and asks for a wording at 281', () => {
    expect(after(pending({ verbatim: '😀'.repeat(280) }), 'approve').wording).toBe('😀'.repeat(280))
    expect(code(() => decided(pending({ verbatim: '😀'.repeat(281) }), 'approve'))).toBe(
      'question.wording_needed',
    )
    expect(code(() => decided(pending({ verbatim: LONG }), 'approve'))).toBe('question.wording_needed')
    expect(after(pending({ verbatim: LONG }), 'approve', { wording: LONG }).wording).toBe(LONG)
    expect(after(pending({ verbatim: LONG, wording: 'Ngắn' }), 'approve').wording).toBe('Ngắn')
  })

  it('puts the question last in the running order, off the air clock, whatever its priority', () => {
    const first = question(2, 'approved', { order: 'a0' })
    const second = question(3, 'approved', { order: 'a1' })
    const approved = after(
      scene(question(1, 'returned', { priority: 'urgent', reason: { text: 'Thiếu' } }), [second, first]),
      'approve',
    )
    expect(approved.order! > 'a1').toBe(true)
    expect(approved).toMatchObject({ state: 'approved', reason: null, onAirSince: null })
  })

  it('says where a private number stands, in whichever wording it is', () => {
    for (const around of [
      pending({ verbatim: 'Gọi 0939.000.112' }),
      pending({ wording: 'Gọi 0939.000.112' }),
    ]) {
      const refused = refusal(() => decided(around, 'approve'))
      expect(refused?.code).toBe('question.private_number')
      expect(refused?.details).toEqual({
        numbers: [{ from: 4, to: 16, text: '0939.000.112', kind: 'phone' }],
      })
    }
    expect(code(() => decided(pending(), 'approve', { wording: 'CCCD 079201000123' }))).toBe(
      'question.private_number',
    )
  })

  it('lets a hotline through, and a number that was allowed by name, in any spelling', () => {
    const wording = 'Gọi 0939.000.112 hoặc 0931 015 119'
    for (const named of ['0939.000.112', '0939 000 112', '+84 939 000 112'])
      expect(after(pending(), 'approve', { wording, allowNumbers: [named] }).wording).toBe(wording)
    expect(code(() => decided(pending(), 'approve', { wording, allowNumbers: ['0939000113'] }))).toBe(
      'question.private_number',
    )
  })

  it('keeps what was allowed before, once each', () => {
    const around = pending({ allowedNumbers: ['0939000112'], wording: 'Gọi 0939.000.112' })
    expect(after(around, 'approve', { allowNumbers: ['0939 000 112', '113'] }).allowedNumbers).toEqual([
      '0939000112',
      '113',
    ])
  })

  it('sets who answers and the topic, or leaves them', () => {
    const named = { leadSpeakerId: SPEAKER, supportingSpeakerIds: [OTHER_SPEAKER], topicId: TOPIC }
    expect(after(pending(), 'approve', named)).toMatchObject(named)
    expect(after(pending(named), 'approve')).toMatchObject(named)
    expect(after(pending(named), 'approve', { supportingSpeakerIds: [] }).supportingSpeakerIds).toEqual([])
  })

  it.each(['leadSpeakerId', 'topicId'])('refuses a %s that the programme does not have', path => {
    const refused = refusal(() => decided(pending(), 'approve', { [path]: idOf(77) }))
    expect([refused?.code, refused?.details]).toMatchObject(['request.invalid', { faults: [{ path }] }])
  })

  it('refuses a supporting speaker who is not on the panel', () => {
    const supportingSpeakerIds = [SPEAKER, idOf(77)]
    expect(code(() => decided(pending(), 'approve', { supportingSpeakerIds }))).toBe('request.invalid')
  })
})
