import { MOVES, type TableMove } from './moves.js'
import { type Question, type Undoable, undoable } from './question.js'
import { neighboursOf } from './running-order.js'
import type { Scene } from './scene.js'

/** The question after the move: a version higher, decided by the actor, and with what an undo needs. */
export function moved(scene: Scene, move: TableMove, set: Partial<Undoable>): Question {
  const { question, actor, now } = scene
  const version = question.version + 1
  return {
    ...question,
    state: MOVES[move].to,
    order: null,
    reason: null,
    ...set,
    version,
    decidedBy: actor,
    decidedAt: now,
    lastMove: {
      move,
      version,
      before: undoable(question),
      ...(question.order && { neighbours: neighboursOf(scene.order, question.id) }),
    },
  }
}
