import { describe, expect, it } from 'vitest'
import { waitSeconds } from '../../server/access/sign-in-throttle.js'

const now = new Date('2026-11-21T02:00:00.000Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const failed = (ofAccount: number, rest = {}) => ({
  ofAccount,
  ofAddress: ofAccount,
  lastOfAccount: ofAccount ? now : null,
  oldestOfAddress: ofAccount ? now : null,
  ...rest,
})

const sprayed = (ofAddress: number, oldest: Date) =>
  waitSeconds(failed(0, { ofAddress, oldestOfAddress: oldest }), now)

describe('whoever failed to sign in', () => {
  it('tries five times freely, and then waits ever longer, a minute at most', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 40].map(count => waitSeconds(failed(count), now))
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
  })

  it('waits from the last failure on', () => {
    expect(waitSeconds(failed(8, { lastOfAccount: ago(3) }), now)).toBe(5)
    expect(waitSeconds(failed(8, { lastOfAccount: ago(7.5) }), now)).toBe(1)
    expect(waitSeconds(failed(8, { lastOfAccount: ago(8) }), now)).toBe(0)
    expect(waitSeconds(failed(8, { lastOfAccount: ago(600) }), now)).toBe(0)
  })

  it('at fifty accounts waits until the first failure is a quarter of an hour old', () => {
    expect(sprayed(49, ago(60))).toBe(0)
    expect(sprayed(50, ago(60))).toBe(14 * 60)
    expect(sprayed(200, ago(899))).toBe(1)
    expect(sprayed(50, ago(900))).toBe(0)
  })

  it('is not bothered by the failures of others at the same address', () => {
    expect(waitSeconds(failed(0, { ofAddress: 30, oldestOfAddress: now }), now)).toBe(0)
  })
})
