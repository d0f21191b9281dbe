import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { MoveQuestion, QuestionState } from '../../protocol/question.js'
import { UNDECIDED } from '../../server/questions/domain/moves.js'
import {
  LAST_MOVES,
  chosenFor,
  isComplete,
  lastMove,
  undecided,
} from '../../client/src/questions/undecided.js'
import { deskQuestion } from '../support/desk-questions.js'

const reason = (code: string) => ({ id: randomUUID(), version: 1, code, name: code, retiredAt: null })
const program = { reasons: [reason('out_of_scope'), reason('other')] }

describe('the list at the closing', () => {
  it('holds what the server will not close over, by number', () => {
    const all = QuestionState.options.map((state, index) => deskQuestion({ state, number: 20 - index }))
    const left = undecided(all)
    expect(left.map(({ state }) => state).toSorted()).toEqual([...UNDECIDED].toSorted())
    expect(left.map(({ number }) => number)).toEqual(
      left.map(({ number }) => number).toSorted((a, b) => a - b),
    )
  })

  it('answers later whatever nobody chose otherwise for, by the agency it was logged for', () => {
    const agencyId = randomUUID()
    expect(lastMove(chosenFor(deskQuestion({ agencyId }), program))).toEqual({ move: 'defer', agencyId })
    expect(lastMove(chosenFor(deskQuestion(), program))).toEqual({ move: 'defer' })
  })

  it('sends every last move as the server takes it', () => {
    for (const move of LAST_MOVES) {
      const choice = chosenFor(deskQuestion(), program, { move })
      const command = { id: randomUUID(), version: 1, ...lastMove(choice) }
      expect(MoveQuestion.safeParse(command).success).toBe(true)
    }
  })

  it('waits for the words of a reason of one’s own', () => {
    const other = chosenFor(deskQuestion(), program, { move: 'reject', reasonCode: 'other' })
    expect(isComplete(other)).toBe(false)
    expect(isComplete({ ...other, reasonText: 'Gọi nhầm chương trình' })).toBe(true)
    expect(isComplete(chosenFor(deskQuestion(), program, { move: 'reject' }))).toBe(true)
  })
})
