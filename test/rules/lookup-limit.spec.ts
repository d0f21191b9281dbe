import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOOKUPS_A_MINUTE, lookupWaitSeconds } from '../../server/callers/domain/lookup-limit.js'

const NOW = new Date('2026-11-21T02:00:00Z')
const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds)

describe('the limit of look-ups', () => {
  it('is reached with the sixtieth of a minute', () => {
    expect(lookupWaitSeconds({ count: 0, oldest: null }, NOW)).toBe(0)
    expect(lookupWaitSeconds({ count: LOOKUPS_A_MINUTE - 1, oldest: ago(10) }, NOW)).toBe(0)
    expect(lookupWaitSeconds({ count: LOOKUPS_A_MINUTE, oldest: ago(10_000) }, NOW)).toBe(50)
  })

  it('lasts until the first of them is a minute old, in whole seconds, and never no time at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59_999 }), age => {
        const wait = lookupWaitSeconds({ count: LOOKUPS_A_MINUTE, oldest: ago(age) }, NOW)
        expect(wait).toBeGreaterThanOrEqual(1)
        expect(wait * 1000).toBeGreaterThanOrEqual(60_000 - age)
        expect((wait - 1) * 1000).toBeLessThan(60_000 - age)
      }),
    )
  })
})
