import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MoveName, type QuestionState } from '../../protocol/question.js'
import type { Role } from '../../protocol/roles.js'
import { openMoves } from '../../server/questions/domain/moves.js'
import type { Question } from '../../server/questions/domain/question.js'
import { PHASES, ROLES, STATES, code, decided, idOf, kept, question, scene } from '../support/scenes.js'

/** A question that went through the given moves, as far as they were possible. */
function livedThrough(state: QuestionState, moves: MoveName[]): Question {
  return moves.reduce(
    (present, move) => {
      try {
        const { questions } = decided(scene(present, [question(99, 'pending')]), move)
        return kept(questions.find(one => one.id === present.id)!)
      } catch {
        return present
      }
    },
    question(1, state),
  )
}

const lives = fc.record({
  state: fc.constantFrom(...STATES),
  moves: fc.array(fc.constantFrom(...MoveName.options), { maxLength: 5 }),
  corrected: fc.boolean(),
  askers: fc.boolean(),
  roles: fc.uniqueArray(fc.constantFrom<Role>(...ROLES)),
  phase: fc.constantFrom(...PHASES),
})

describe('the moves that a view shows', () => {
  it('are those that would be accepted, and no other', () => {
    fc.assert(
      fc.property(lives, ({ state, moves, corrected, askers, roles, phase }) => {
        const lived = livedThrough(state, moves)
        const present = {
          ...lived,
          version: lived.version + (corrected ? 1 : 0),
          askers: askers && lived.state !== 'merged' ? [{ id: idOf(2), number: 2, caller: null }] : [],
        }
        const around = scene(present, [question(99, 'pending')], { roles, phase })
        const accepted = MoveName.options.filter(move => code(() => decided(around, move)) === 'allowed')
        expect(openMoves(present, roles, phase).toSorted()).toEqual(accepted.toSorted())
      }),
      { numRuns: 800 },
    )
  })

  it('are none for a producer, an administrator, or anybody in a closed programme', () => {
    for (const state of STATES) {
      expect(openMoves(question(1, state), ['producer', 'admin'], 'live')).toEqual([])
      expect(openMoves(question(1, state), ['secretary', 'moderator'], 'closed')).toEqual([])
    }
  })
})
