import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPrivateNumbers } from '#protocol/private-numbers.js'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''))

/** The part of a Vietnamese number after its 0 or +84: a mobile, or a landline of Cần Thơ. */
const national = fc.oneof(
  fc.tuple(fc.constantFrom('3', '5', '7', '8', '9'), digits(8)).map(parts => parts.join('')),
  digits(7).map(rest => `292${rest}`),
)

const gap = fc.constantFrom('', '', ' ', '.', '-', '\u200b', '\u2060', ' - ', '–', '\u00a0')
const fullWidth = (text: string) => text.replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit)))

/** The number as somebody might write it: gaps anywhere, the country's code or not, wide digits or not. */
const spelled = fc
  .record({
    number: national,
    lead: fc.constantFrom('0', '+84', '84', '0084'),
    gaps: fc.array(gap, { minLength: 15, maxLength: 15 }),
    wide: fc.boolean(),
  })
  .map(({ number, lead, gaps, wide }) => {
    const written = lead + [...number].map((digit, index) => gaps[index] + digit).join('')
    return { number, written: wide ? fullWidth(written) : written }
  })

// Not đ, m, t, v, h, k and their like: a unit behind a number makes it an amount.
const words = fc.string({ unit: fc.constantFrom(...'aăâbceêgilnoôơpqrsuưxyẫệợ ,;:!?"/…😀'), maxLength: 40 })

const bare = (text: string) => text.normalize('NFKC').replace(/\D/g, '')

describe('the mask', () => {
  it('leaves neither a phone number nor its digits in sequence, however it was written', () => {
    fc.assert(
      fc.property(words, spelled, words, (before, { number, written }, after) => {
        const masked = maskPrivateNumbers(`${before}${written}${after}`)
        expect(masked).not.toContain(written)
        expect(bare(masked)).not.toContain(number)
        expect(masked).toBe(`${before}•••${after}`)
      }),
      { numRuns: 600 },
    )
  })

  it('leaves none of two numbers side by side', () => {
    const plain = national.map(number => ({ number, written: `0${number}` }))
    fc.assert(
      fc.property(plain, plain, fc.constantFrom(' ', ', ', ' - ', '/', '\n'), (one, other, between) => {
        const masked = maskPrivateNumbers(`Gọi ${one.written}${between}${other.written} nhé`)
        expect(masked).toBe(`Gọi •••${between}••• nhé`)
      }),
    )
  })

  it('never changes a text without digits', () => {
    const text = fc.string({ unit: 'binary' }).filter(text => !/\p{Nd}/u.test(text))
    fc.assert(
      fc.property(fc.oneof(words, text), text => {
        expect(maskPrivateNumbers(text)).toBe(text)
      }),
    )
  })

  it('never changes a number that was allowed', () => {
    fc.assert(
      fc.property(words, spelled, words, (before, { number, written }, after) => {
        const text = `${before}${written}${after}`
        expect(maskPrivateNumbers(text, [`0${number}`])).toBe(text)
      }),
    )
  })

  it('has nothing left to find', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            words,
            spelled.map(({ written }) => written),
          ),
          { maxLength: 4 },
        ),
        parts => {
          const masked = maskPrivateNumbers(parts.join(' '))
          expect(maskPrivateNumbers(masked)).toBe(masked)
        },
      ),
    )
  })
})
