import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SENTENCES, saidTo } from '../../protocol/sentences.js'

describe('what is read out to a caller', () => {
  it('is said to the caller as she is spoken to, at the beginning of a sentence too', () => {
    const said = saidTo('Xin lưu tên của ông/bà. Ông/bà có đồng ý không?', 'Cô')
    expect(said).toBe('Xin lưu tên của cô. Cô có đồng ý không?')
  })
  it('is said as it stands where nobody knows how to speak to the caller', () => {
    expect(saidTo(SENTENCES.consent, '  ')).toBe(SENTENCES.consent)
  })
  it('keeps every other word, whoever calls', () => {
    fc.assert(
      fc.property(fc.constantFrom('Bác', 'chú', 'Dì', '$&'), honorific => {
        const said = saidTo(SENTENCES.denunciation, honorific)
        expect(said).not.toMatch(/ông\/bà/i)
        expect(said).toContain('Chương trình không tiếp nhận tố cáo qua điện thoại')
      }),
    )
  })
})
