import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fateOf, waitBefore } from '../../client/src/secretary/outbox/retry.js'
import { ErrorCode } from '../../protocol/errors.js'

describe('a slip that was not taken', () => {
  it('is tried again when nobody said no, waits for its person when signed out, and else comes back', () => {
    const fates = new Map([...ErrorCode.options, 'network' as const].map(code => [code, fateOf(code)]))
    const of = (fate: string) => [...fates].filter(([, is]) => is === fate).map(([code]) => code)
    expect(of('again')).toEqual(['access.too_many', 'server.failed', 'database.unavailable', 'network'])
    expect(of('signedOut')).toEqual(['access.signed_out', 'access.password_change_needed'])
    expect(of('refused')).toHaveLength(ErrorCode.options.length - 5)
  })

  it('waits longer each time, never above five seconds, and never so that all desks come at once', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map(attempt => waitBefore(attempt, undefined, 1))).toEqual([
      250, 500, 1000, 2000, 4000, 5000, 5000,
    ])
    const attempt = fc.nat({ max: 10_000 })
    fc.assert(
      fc.property(attempt, fc.double({ min: 0, max: 1, noNaN: true }), (count, chance) => {
        const wait = waitBefore(count, undefined, chance)
        expect(wait).toBeGreaterThanOrEqual(125)
        expect(wait).toBeLessThanOrEqual(5000)
      }),
    )
  })

  it('waits as long as the server asks for, a minute at most', () => {
    expect(waitBefore(0, 7, 0.3)).toBe(7000)
    expect(waitBefore(9, 1, 0.3)).toBe(1000)
    expect(waitBefore(0, 86_400, 0.3)).toBe(60_000)
  })
})
