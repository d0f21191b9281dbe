import { describe, expect, it } from 'vitest'
import {
  MINH,
  MORNING,
  NOON,
  after,
  code,
  decided,
  idOf,
  question,
  refusal,
  scene,
} from '../support/scenes.js'

const approved = question(1, 'approved', { order: 'a1' })
const next = question(3, 'approved', { order: 'a0' })
const onAir = question(2, 'on_air', { version: 9, wording: 'Câu đang lên sóng', note: 'Ghi chú' })

describe('a take', () => {
  it('puts any approved question on air, and takes the air', () => {
    const decision = decided(scene(approved, [next]), 'take')
    expect(decision.questions).toHaveLength(1)
    expect(decision.questions[0]).toMatchObject({ state: 'on_air', order: null, onAirSince: NOON })
    expect(decision.takesAir).toBe(true)
    expect(decision).not.toHaveProperty('offAirId')
  })

  it('is refused when something else is on air than its sender believed', () => {
    const believing = (believedOnAirId: string | null, others = [next, onAir]) =>
      refusal(() => decided(scene(approved, others), 'take', { believedOnAirId }))
    expect(believing(null)?.code).toBe('program.changed_on_air')
    expect(believing(null)?.details).toEqual({ onAirId: onAir.id })
    expect(believing(idOf(3))?.code).toBe('program.changed_on_air')
    expect(believing(onAir.id, [next])?.details).toEqual({ onAirId: null })
    expect(believing(onAir.id)).toBeNull()
  })

  it('is refused on an older version before it looks at the air', () => {
    expect(code(() => decided(scene(approved, [onAir]), 'take', { version: 2 }))).toBe('question.stale')
  })

  it('writes the displaced question first, as answered', () => {
    const decision = decided(scene(approved, [next, onAir]), 'take', { believedOnAirId: onAir.id })
    expect(decision.questions.map(({ id, state }) => [id, state])).toEqual([
      [onAir.id, 'answered'],
      [approved.id, 'on_air'],
    ])
    expect(decision.questions[0]).toMatchObject({
      version: 10,
      order: null,
      decidedBy: MINH,
      decidedAt: NOON,
      lastMove: null,
    })
    expect(decision.offAirId).toBe(onAir.id)
  })

  it('puts the displaced question first in order if so said', () => {
    const decision = decided(scene(approved, [next, onAir]), 'take', {
      believedOnAirId: onAir.id,
      then: 'approved',
    })
    expect(decision.questions[0]).toMatchObject({ id: onAir.id, state: 'approved', onAirSince: null })
    expect(decision.questions[0]!.order! < 'a0').toBe(true)
  })

  it('remembers nothing of what the displaced question says', () => {
    const taken = after(scene(approved, [onAir]), 'take', { believedOnAirId: onAir.id })
    expect(taken.lastMove?.displaced).toEqual({
      id: onAir.id,
      version: 10,
      before: { state: 'on_air', order: null, onAirSince: MORNING, decidedBy: null, decidedAt: null },
    })
  })
})
