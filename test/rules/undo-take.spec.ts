import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '../../server/questions/domain/question.js'
import { LAN, MORNING, code, decided, kept, question, scene } from '../support/scenes.js'

const onAir = question(9, 'on_air', { wording: 'Đang nói', decidedBy: LAN, decidedAt: MORNING })

/** The approved questions 1, 2, 3 … in the places given. */
const approved = (...orders: string[]) =>
  orders.map((order, index) => question(index + 1, 'approved', { order }))

/** Takes the question and gives back all as the database would. */
function takenFrom(all: Question[], taken: Question, then: 'answered' | 'approved') {
  const others = all.filter(one => one !== taken)
  const { questions } = decided(scene(taken, others), 'take', { believedOnAirId: onAir.id, then })
  const changed = new Map(questions.map(one => [one.id, kept(one)]))
  return all.map(one => changed.get(one.id) ?? one)
}

function undone(all: Question[], taken: Question) {
  const present = all.find(one => one.id === taken.id)!
  const others = all.filter(one => one !== present)
  return { others, ...decided(scene(present, others), 'undo') }
}

const numbers = (all: Question[]) =>
  all.toSorted((one, other) => (one.order! < other.order! ? -1 : 1)).map(one => one.number)

describe('an undo of a take', () => {
  it.each(['answered', 'approved'] as const)('brings back what was put off the air as %s', then => {
    const [only] = approved('a1')
    const { questions, offAirId } = undone(takenFrom([only!, onAir], only!, then), only!)
    expect(questions.map(({ id, state }) => [id, state])).toEqual([
      [only!.id, 'approved'],
      [onAir.id, 'on_air'],
    ])
    expect(questions[1]).toEqual({ ...onAir, version: onAir.version + 2 })
    expect(offAirId).toBe(only!.id)
  })

  it('puts the taken one between its neighbours again, never on a place that is still held', () => {
    const places = fc.uniqueArray(fc.constantFrom('Zz', 'a0', 'a0V', 'a1', 'a1V', 'a2'), { minLength: 1 })
    const cases = fc.record({ places, at: fc.nat(), then: fc.constantFrom('answered', 'approved') })
    fc.assert(
      fc.property(cases, ({ places, at, then }) => {
        const listed = approved(...places)
        const taken = listed[at % listed.length]!
        const { questions, others } = undone(takenFrom([...listed, onAir], taken, then), taken)
        expect(others.map(one => one.order)).not.toContain(questions[0]!.order)
        const again = listed.map(one => (one === taken ? questions[0]! : one))
        expect(numbers(again)).toEqual(numbers(listed))
      }),
    )
  })

  it('is refused once the displaced question has changed, or the taken one has left the air', () => {
    const [only] = approved('a1')
    const all = takenFrom([only!, onAir], only!, 'answered')
    const present = all.find(one => one.id === only!.id)!
    const changed = { ...all.find(one => one.id === onAir.id)!, version: 77 }
    expect(code(() => decided(scene(present, [changed]), 'undo'))).toBe('question.move_not_possible')
    expect(code(() => decided(scene(present), 'undo'))).toBe('question.move_not_possible')
    const ended = { ...present, state: 'answered' as const, version: present.version + 1, lastMove: null }
    expect(code(() => decided(scene(ended), 'undo'))).toBe('question.move_not_possible')
  })

  it('waits for the air', () => {
    const [only] = approved('a1')
    const [present] = takenFrom([only!, onAir], only!, 'answered')
    expect(code(() => decided(scene(present!, [], { phase: 'open' }), 'undo'))).toBe('program.not_open')
  })
})
