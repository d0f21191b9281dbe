import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PaperRange, nextFreeNumber, nextPaperRange } from '../../server/programs/domain/program.js'

const inside = (number: number, { from, to }: PaperRange) => number >= from && number <= to

describe('the numbers of questions', () => {
  it('go on by one until they meet paper, and then behind it', () => {
    const ranges = [
      { from: 501, to: 520 },
      { from: 521, to: 540 },
    ]
    expect(nextFreeNumber(1, ranges)).toBe(1)
    expect(nextFreeNumber(500, ranges)).toBe(500)
    expect(nextFreeNumber(501, ranges)).toBe(541)
    expect(nextFreeNumber(540, ranges)).toBe(541)
    expect(nextFreeNumber(541, ranges)).toBe(541)
  })

  it('on paper begin at 501, above every number given and every other range', () => {
    expect(nextPaperRange(1, [], 20)).toEqual({ from: 501, to: 520 })
    expect(nextPaperRange(13, [{ from: 501, to: 520 }], 1)).toEqual({ from: 521, to: 521 })
    expect(nextPaperRange(700, [{ from: 501, to: 520 }], 50)).toEqual({ from: 700, to: 749 })
  })

  it('are never given twice, in whatever sequence slips are logged and paper is set aside', () => {
    const steps = fc.array(fc.oneof(fc.constant('slip' as const), fc.integer({ min: 1, max: 30 })), {
      maxLength: 80,
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 520 }), steps, (first, taken) => {
        let next = first
        const given: number[] = []
        const ranges: PaperRange[] = []
        const asked: { count: number; above: number }[] = []
        for (const step of taken) {
          if (step === 'slip') {
            given.push(nextFreeNumber(next, ranges))
            next = given.at(-1)! + 1
          } else {
            asked.push({ count: step, above: Math.max(500, ...given) })
            ranges.push(nextPaperRange(next, ranges, step))
          }
        }
        expect(ranges.map(({ from, to }) => to - from + 1)).toEqual(asked.map(({ count }) => count))
        expect(ranges.every(({ from }, index) => from > asked[index]!.above)).toBe(true)
        expect(new Set(given).size).toBe(given.length)
        expect(given.filter(number => ranges.some(range => inside(number, range)))).toEqual([])
        const all = ranges.flatMap(({ from, to }) => [from, to])
        expect(all.toSorted((one, other) => one - other)).toEqual(all)
      }),
    )
  })
})
