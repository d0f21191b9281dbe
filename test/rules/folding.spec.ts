import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../protocol/folding.js'

/** Every Vietnamese vowel with its tones, and đ, under the letter that a search types. */
const LETTERS: Record<string, string> = {
  a: 'aàảãáạăằẳẵắặâầẩẫấậ',
  e: 'eèẻẽéẹêềểễếệ',
  i: 'iìỉĩíị',
  o: 'oòỏõóọôồổỗốộơờởỡớợ',
  u: 'uùủũúụưừửữứự',
  y: 'yỳỷỹýỵ',
  d: 'đ',
}

describe('folding', () => {
  it('agrees on all 146 Vietnamese letters, composed or not', () => {
    let letters = 0
    for (const [plain, marked] of Object.entries(LETTERS))
      for (const letter of marked + marked.toUpperCase()) {
        letters++
        for (const form of ['NFC', 'NFD'] as const)
          expect([letter, fold(letter.normalize(form))]).toEqual([letter, plain])
      }
    expect(letters).toBe(146)
  })

  it('does not tell the old spelling from the new', () => {
    for (const [old, present] of [
      ['Hoà', 'hòa'],
      ['thuỷ', 'thủy'],
      ['KHOẺ', 'khỏe'],
      ['Sổ đỏ, Hoà', 'so do hòa'],
    ] as const)
      expect(fold(old)).toBe(fold(present))
  })

  it('makes single spaces of whatever is neither letter nor number', () => {
    expect(fold('  Đường 30/4 – phường “Tân An”?! ')).toBe('duong 30 4 phuong tan an')
    expect(fold('…')).toBe('')
  })

  it('folds what is folded to itself, in either form', () => {
    const letters = [...Object.values(LETTERS).join(''), ...' ,.-09zĐẪ']
    const vietnamese = fc.string({ unit: fc.constantFrom(...letters) })
    const any = fc.oneof(
      vietnamese,
      fc.string({ unit: 'binary' }).filter(text => text.isWellFormed()),
    )
    fc.assert(
      fc.property(any, text => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
      { numRuns: 400 },
    )
  })
})
