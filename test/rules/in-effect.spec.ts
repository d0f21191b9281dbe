import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HouseEntry, inEffect } from '../../protocol/house.js'

const entry = (name: string, rest: Partial<HouseEntry> = {}): HouseEntry => ({
  id: `id of ${name}`,
  version: 1,
  name,
  retiredAt: null,
  ...rest,
})

describe('what a list of the house offers', () => {
  it('is what is not retired, has begun, and is not over', () => {
    const list = [
      entry('always'),
      entry('retired', { retiredAt: '2025-07-01T00:00:00.000Z' }),
      entry('from that day', { effectiveFrom: '2025-07-01' }),
      entry('until that day', { effectiveTo: '2025-07-01' }),
      entry('from the next', { effectiveFrom: '2025-07-02' }),
      entry('until the day before', { effectiveTo: '2025-06-30' }),
    ]
    const names = (day: string) => inEffect(list, day).map(({ name }) => name)
    expect(names('2025-06-30')).toEqual(['always', 'until that day', 'until the day before'])
    expect(names('2025-07-01')).toEqual(['always', 'from that day', 'until that day'])
    expect(names('2025-07-02')).toEqual(['always', 'from that day', 'from the next'])
  })

  it('is on every day one of two entries, where the one begins the day after the other ends', () => {
    const day = (count: number) => new Date(Date.UTC(2025, 0, 1 + count)).toISOString().slice(0, 10)
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (last, asked) => {
        const ward = [
          entry('old', { effectiveTo: day(last) }),
          entry('new', { effectiveFrom: day(last + 1) }),
        ]
        expect(inEffect(ward, day(asked)).map(({ name }) => name)).toEqual([asked <= last ? 'old' : 'new'])
      }),
    )
  })
})
