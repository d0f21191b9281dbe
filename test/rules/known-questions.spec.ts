import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KnownQuestions, knownAfter, rowsOf } from '../../server/questions/domain/known-questions.js'
import type { Question } from '../../server/questions/domain/question.js'
import { idOf, question } from '../support/scenes.js'

const numbers = [1, 2, 3, 4, 5]
const states = ['pending', 'approved', 'on_air', 'answered'] as const
const writes = fc.array(
  fc.record({ number: fc.constantFrom(...numbers), state: fc.constantFrom(...states), place: fc.nat(999) }),
  { maxLength: 40 },
)

type Write = typeof writes extends fc.Arbitrary<(infer One)[]> ? One : never

/** Every place once, and one question on air, as the database holds to it. */
function written(table: Map<string, Question>, { number, state, place }: Write): Question[] {
  const order = state === 'approved' ? `a${String(place).padStart(3, '0')}${number}` : null
  const onAir = onAirIn(table)
  const off = state === 'on_air' && onAir && onAir.number !== number
  return [...(off ? [{ ...onAir, state: 'answered' as const }] : []), question(number, state, { order })]
}

const orderIn = (table: Map<string, Question>) =>
  [...table.values()]
    .flatMap(({ id, order }) => (order === null ? [] : { id, order }))
    .toSorted((one, other) => (one.order < other.order ? -1 : 1))
const onAirIn = (table: Map<string, Question>) => [...table.values()].find(one => one.state === 'on_air')

describe('what is known of questions', () => {
  it('is at every time what a reading would bring', () => {
    fc.assert(
      fc.property(writes, steps => {
        const table = new Map(numbers.map(number => [idOf(number), question(number, 'pending')]))
        let known: KnownQuestions | undefined
        for (const step of steps) {
          const rows = {
            questions: [table.get(idOf(step.number))!, ...(onAirIn(table) ? [onAirIn(table)!] : [])],
            order: orderIn(table),
          }
          const byHeart = rowsOf(known, idOf(step.number))
          if (byHeart) {
            expect(byHeart.order).toEqual(rows.order)
            expect(new Set(byHeart.questions)).toEqual(new Set(rows.questions))
          }
          const done = written(table, step)
          for (const one of done) table.set(one.id, one)
          known = knownAfter(known, done, byHeart ? undefined : rows)
        }
        expect(known?.order ?? []).toEqual(known ? orderIn(table) : [])
      }),
    )
  })

  it('does not begin with what was written without a reading: the rest of the order is not known', () => {
    expect(knownAfter(undefined, [question(1, 'pending')])).toBeUndefined()
    expect(rowsOf(undefined, idOf(1))).toBeUndefined()
  })
})
