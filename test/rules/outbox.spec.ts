import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KEPT_MS } from '../../client/src/ui/kept-entries.js'
import {
  FLIGHT_MS,
  diverted,
  inOrder,
  isExpired,
  leftOpen,
  openOf,
  queued,
  refused,
  sameSending,
  takenUp,
  turn,
  unanswered,
} from '../../client/src/secretary/outbox/stages.js'
import type { Slip } from '../../client/src/secretary/slip.js'
import { keptSlip } from '../support/kept-slip.js'

let ids = 0
const newId = () => `id-${++ids}`
const others = new Set(['other'])
const waiting = (order: number, but: Partial<Slip> = {}) =>
  keptSlip({ stage: 'waiting', order, id: `w${order}`, ...but })
const next = (slips: Slip[], me = 'mine', now = 0) => turn(slips, me, others, now)

describe('the outbox', () => {
  it('sends in the order of giving over, one at a time, whatever lies between', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { maxLength: 30 }), orders => {
        let slips = [keptSlip(), keptSlip({ stage: 'aside' }), ...orders.map(order => waiting(order))]
        const sent: number[] = []
        for (;;) {
          const now = next(slips)
          if (now.kind !== 'mine') break
          sent.push(now.slip.order)
          slips = slips.filter(slip => slip.id !== now.slip.id)
        }
        expect(sent).toEqual(orders.toSorted((a, b) => a - b))
      }),
    )
  })

  it('leaves the wire to a window that has a slip on it, while that lives and not for ever', () => {
    const flying = (by: string) => [waiting(1, { flight: { by, until: 5000 } }), waiting(2)]
    expect(next(flying('other'), 'mine', 1000)).toEqual({ kind: 'busy', wait: 4000 })
    expect(next(flying('other'), 'mine', 5000)).toMatchObject({ kind: 'mine', slip: { id: 'w1' } })
    expect(next(flying('gone'), 'mine', 1000)).toMatchObject({ kind: 'mine', slip: { id: 'w1' } })
    expect(next(flying('mine'), 'mine', 1000)).toMatchObject({ kind: 'mine', slip: { id: 'w1' } })
  })

  it('never waits longer for another window than a slip may be on the wire, whatever the clock did', () => {
    const flight = { by: 'other', until: 1e12 }
    expect(next([waiting(1, { flight })], 'mine', 0)).toEqual({ kind: 'busy', wait: FLIGHT_MS })
  })

  it('remembers that a slip went up before it goes up', () => {
    expect(next([waiting(1)], 'mine', 7)).toMatchObject({
      slip: { sent: true, flight: { by: 'mine', until: 7 + FLIGHT_MS } },
    })
  })

  it('does not hold up those behind a slip that was refused, or that the server fails over again and again', () => {
    const bad = refused(waiting(1), 'request.invalid', 'Nội dung gửi lên chưa hợp lệ.')
    expect(bad).toMatchObject({ stage: 'refused', refusal: { code: 'request.invalid' } })
    expect(next([bad, waiting(2)])).toMatchObject({ slip: { id: 'w2' } })

    let failing = waiting(1)
    for (let failure = 0; failure < 3; failure++) failing = unanswered(failing, true)
    expect(inOrder([failing, waiting(2)]).map(slip => slip.id)).toEqual(['w2', 'w1'])
    const unreached = unanswered(unanswered(unanswered(waiting(1), false), false), false)
    expect(inOrder([unreached, waiting(2)]).map(slip => slip.id)).toEqual(['w1', 'w2'])
  })

  it('does not take the answer to an earlier sending for the answer to this one', () => {
    const given = { how: 'logged' as const, line: null, sameAsId: null, order: 5, newId }
    const sent = queued(keptSlip(), given)
    expect(sameSending(sent, sent)).toBe(true)
    expect(sameSending(takenUp(sent, 'mine', 1), sent)).toBe(false)
    expect(sameSending(queued(takenUp(sent, 'mine', 1), given), sent)).toBe(false)
    expect(sameSending(diverted(sent, { order: 6, newId }), sent)).toBe(false)
    expect(sameSending(undefined, sent)).toBe(false)
  })

  it('keeps nothing of what was typed on a slip that is diverted', () => {
    const typed = fc.record({
      verbatim: fc.string(),
      note: fc.string(),
      name: fc.string(),
      phone: fc.string(),
    })
    const blank = diverted(keptSlip({ verbatim: '', id: 'x' }), { order: 1, newId: () => 'i' })
    fc.assert(
      fc.property(typed, ({ verbatim, note, name, phone }) => {
        const caller = { ...keptSlip().caller, name, phone, mayKeep: true }
        const slip = keptSlip({
          verbatim,
          note,
          caller,
          id: 'x',
          stage: 'waiting',
          sent: true,
          sameAsId: 's',
        })
        const gone = diverted(slip, { order: 1, newId: () => 'i' })
        expect({ ...gone, sent: false }).toEqual(blank)
      }),
    )
  })
})

describe('a slip that a window left open', () => {
  it('comes back to the next window, the one typed on last; the others lie aside', () => {
    const old = keptSlip({ holder: 'gone', touchedAt: 1 })
    const latest = keptSlip({ holder: 'gone', touchedAt: 2 })
    expect(leftOpen([old, latest], 'p', 'mine', others)).toEqual([
      { ...latest, holder: 'mine' },
      { ...old, stage: 'aside' },
    ])
  })

  it('is nobody’s to take while its window lives, and is of its programme only', () => {
    expect(leftOpen([keptSlip({ holder: 'other' })], 'p', 'mine', others)).toEqual([])
    expect(leftOpen([keptSlip({ holder: 'gone' })], 'elsewhere', 'mine', others)).toEqual([])
  })

  it('is the one last typed on, when a window has two', () => {
    const [a, b] = [keptSlip({ touchedAt: 1 }), keptSlip({ touchedAt: 2 })]
    expect(openOf([b, a], 'p', 'mine')).toBe(b)
    expect(openOf([a, b], 'p', 'other')).toBeUndefined()
  })
})

it('a slip is kept for seven days after it was last typed on', () => {
  const slip = keptSlip({ touchedAt: 1000 })
  expect(isExpired(slip, 1000 + KEPT_MS)).toBe(false)
  expect(isExpired(slip, 1001 + KEPT_MS)).toBe(true)
  expect(KEPT_MS).toBe(7 * 24 * 60 * 60 * 1000)
})
