import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, pieces, wordCount } from '../../client/src/moderator/word-difference.js'

const SAID = 'Con em học ở TP.HCM, đăng ký tạm trú bị trả về 2 lần'
const WORDED = 'Đăng ký tạm trú bị trả về hai lần. Phải làm sao?'

const words = (text: string, ranges: readonly { from: number; to: number }[]) =>
  ranges.map(({ from, to }) => text.slice(from, to))

const texts = fc
  .array(fc.constantFrom('sổ', 'đỏ', 'Sổ', 'hồng', '0706.000.714', ',', '.', '  ', '\n', 'nộp', 'ở đâu?'))
  .map(parts => parts.join(' '))

describe('what a wording changed', () => {
  it('is said word by word, on both sides', () => {
    const { removed, added } = differences(SAID, WORDED)
    expect(words(SAID, removed)).toEqual(['Con em học ở TP.HCM, đăng', '2'])
    expect(words(WORDED, added)).toEqual(['Đăng', 'hai', '. Phải làm sao?'])
    expect([wordCount(SAID, removed), wordCount(WORDED, added)]).toEqual([7, 6])
  })

  it('is nothing where nothing was changed', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(differences(text, text)).toEqual({ removed: [], added: [] })
      }),
    )
  })

  it('leaves the same words on both sides once it is taken away', () => {
    const rest = (text: string, ranges: readonly { from: number; to: number }[]) =>
      pieces(text, { changed: ranges })
        .filter(piece => piece.marks.length === 0)
        .map(piece => piece.text)
        .join('')
        .replaceAll(/\s+/g, '')
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { removed, added } = differences(before, after)
        expect(rest(before, removed)).toBe(rest(after, added))
      }),
    )
  })

  it('never changes a letter of the text that it marks', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { removed, added } = differences(before, after)
        const joined = (text: string, changed: typeof added) =>
          pieces(text, { changed, private: [{ from: 1, to: 4 }] })
            .map(piece => piece.text)
            .join('')
        expect(joined(before, removed)).toBe(before)
        expect(joined(after, added)).toBe(after)
      }),
    )
  })

  it('may be private at the same time', () => {
    expect(pieces('gọi 0706', { added: [{ from: 0, to: 8 }], private: [{ from: 4, to: 8 }] })).toEqual([
      { from: 0, to: 4, text: 'gọi ', marks: ['added'] },
      { from: 4, to: 8, text: '0706', marks: ['added', 'private'] },
    ])
  })
})
