import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Event } from '../../protocol/live.js'
import { Allowance, type Verdict } from '../../server/live/allowance.js'

/** What becomes of an event said so many times a second, for so many seconds. */
function said(event: string, aSecond: number, seconds: number): Verdict[] {
  const allowance = new Allowance(0)
  return Array.from({ length: aSecond * seconds }, (_, index) =>
    allowance.spend(event, ((index + 1) * 1000) / aSecond),
  )
}

describe('what one socket may say', () => {
  it.each([
    [Event.painted, 2000],
    [Event.editing, 100],
    [Event.answer, 100],
    [Event.join, 50],
    ['nobody knows', 100],
    ['toString', 100],
    ['__proto__', 100],
  ])('is %s as often as any hand or picture needs, for ten minutes', (event, aSecond) => {
    expect(new Set(said(event, aSecond, 600))).toEqual(new Set(['served']))
  })

  it('is refused beyond that, and ends when it does not stop', () => {
    const verdicts = said(Event.painted, 10_000, 2)
    expect([...new Set(verdicts)]).toEqual(['served', 'refused', 'cut'])
    expect(verdicts.filter(verdict => verdict === 'served').length).toBeLessThan(5100)
    expect(verdicts.indexOf('cut')).toBeLessThan(16_000)
  })

  it('is served again to whoever paused', () => {
    const allowance = new Allowance(0)
    const burst = Array.from({ length: 300 }, () => allowance.spend(Event.editing, 0))
    expect(burst.at(-1)).toBe('refused')
    expect(allowance.spend(Event.editing, 10_000)).toBe('served')
  })

  it('is never more than its fill and what it gained, whatever is said when', () => {
    const events = fc.constantFrom(Event.painted, Event.join, Event.editing, 'x')
    const cost: Record<string, number> = { [Event.painted]: 1, [Event.join]: 40, [Event.editing]: 20, x: 20 }
    fc.assert(
      fc.property(fc.array(fc.tuple(events, fc.nat(50)), { maxLength: 2000 }), steps => {
        const allowance = new Allowance(0)
        let [now, spent] = [0, 0]
        for (const [event, pause] of steps) {
          now += pause
          if (allowance.spend(event, now) === 'served') spent += cost[event]!
        }
        expect(spent).toBeLessThanOrEqual(4000 + now * 2)
      }),
    )
  })
})
