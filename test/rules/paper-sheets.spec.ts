import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMATS, sheetsOf } from '../../client/src/paper/sheets.js'

describe('blank slips on their sheets', () => {
  it('stand two on a sheet or one, in their order', () => {
    const range = { from: 501, to: 505 }
    expect(sheetsOf(range, 501, 505, 'half')).toEqual([[501, 502], [503, 504], [505]])
    expect(sheetsOf(range, 502, 503, 'a5')).toEqual([[502], [503]])
    expect(sheetsOf(range, 504, 503, 'a4')).toEqual([])
    expect(sheetsOf(range, Number.NaN, 503, 'a4')).toEqual([])
  })

  it('have no number that was not set aside, and each that was asked for once', () => {
    const number = fc.integer({ min: 1, max: 900 })
    fc.assert(
      fc.property(number, number, number, number, fc.constantFrom(...FORMATS), (a, b, from, to, format) => {
        const range = { from: Math.min(a, b), to: Math.max(a, b) }
        const printed = sheetsOf(range, from, to, format).flat()
        const wanted = Array.from({ length: range.to - range.from + 1 }, (_, at) => range.from + at)
        expect(printed).toEqual(wanted.filter(one => one >= from && one <= to))
      }),
    )
  })
})
