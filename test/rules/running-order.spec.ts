import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ranked } from '../../server/questions/domain/question.js'
import {
  firstPlace,
  lastPlace,
  neighboursOf,
  placeAfter,
  placeAgain,
} from '../../server/questions/domain/running-order.js'
import { after, idOf, kept, question, scene } from '../support/scenes.js'

const steps = fc.array(
  fc.record({
    what: fc.constantFrom('last', 'first', 'after', 'remove', 'away and back'),
    at: fc.nat(),
    to: fc.nat(),
  }),
  { maxLength: 60 },
)
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never

/** Takes one step twice: on the keys, and on a plain list of names, which is what was meant. */
function step(order: Ranked[], meant: string[], { what, at, to }: Step, name: string) {
  if (what === 'last') return { order: placed(order, name, lastPlace(order)), meant: [...meant, name] }
  if (what === 'first') return { order: placed(order, name, firstPlace(order)), meant: [name, ...meant] }
  if (meant.length === 0) return { order, meant }
  const moved = meant[at % meant.length]!
  const others = meant.filter(one => one !== moved)
  const staying = order.filter(ranked => ranked.id !== moved)
  if (what === 'remove') return { order: staying, meant: others }
  if (what === 'away and back')
    return { order: placed(staying, moved, placeAgain(staying, neighboursOf(order, moved))), meant }
  const index = to % (others.length + 1)
  const key = placeAfter(order, moved, index === 0 ? null : others[index - 1]!)
  return { order: placed(staying, moved, key!), meant: others.toSpliced(index, 0, moved) }
}

const placed = (order: Ranked[], id: string, key: string) =>
  [...order, { id, order: key }].toSorted((one, other) => (one.order < other.order ? -1 : 1))

describe('the running order', () => {
  it('keeps its keys unique and in the order that was meant, by code unit', () => {
    fc.assert(
      fc.property(steps, taken => {
        let now: { order: Ranked[]; meant: string[] } = { order: [], meant: [] }
        taken.forEach((one, index) => {
          now = step(now.order, now.meant, one, `q${index}`)
          const keys = now.order.map(ranked => ranked.order)
          expect(new Set(keys).size).toBe(keys.length)
          expect(keys.toSorted()).toEqual(keys)
          expect(now.order.map(ranked => ranked.id)).toEqual(now.meant)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('knows no place after itself, or after what is not in it', () => {
    const order = [
      { id: 'q1', order: 'a0' },
      { id: 'q2', order: 'a1' },
    ]
    expect(placeAfter(order, 'q1', 'q1')).toBeNull()
    expect(placeAfter(order, 'q1', 'q9')).toBeNull()
  })
})

const listed = (...orders: string[]) => orders.map((order, at) => question(at + 2, 'approved', { order }))

describe('the place of a question that comes back', () => {
  const withdrawn = kept(
    after(scene(question(1, 'approved', { order: 'a1' }), listed('a0', 'a2')), 'withdraw'),
  )

  it('is between the same neighbours', () => {
    const { order } = after(scene(withdrawn, listed('a0', 'a2')), 'undo')
    expect(order! > 'a0' && order! < 'a2').toBe(true)
  })

  it('is the last when the neighbours are neighbours no longer', () => {
    const between = question(8, 'approved', { order: 'a1V' })
    const swapped = listed('a2', 'a0')
    const alone = listed('a0')
    for (const others of [[...listed('a0', 'a2'), between], swapped, alone]) {
      const { order } = after(scene(withdrawn, others), 'undo')
      expect(others.every(other => other.order! < order!)).toBe(true)
    }
  })

  it('is the only one when everything else is gone', () => {
    expect(after(scene(withdrawn), 'undo')).toMatchObject({ id: idOf(1), state: 'approved' })
  })
})
