import { DomainError } from '../../errors/domain-error.js'
import { leadOf } from './merge.js'
import { isUndoable } from './moves.js'
import type { LastMove, Question, Undoable } from './question.js'
import { placeAgain } from './running-order.js'
import type { Decision, Scene } from './scene.js'

const notPossible = () => new DomainError('question.move_not_possible')

/** Reverses the latest move, once, while nothing else happened to the question since. */
export function decideUndo(scene: Scene): Decision {
  const { question } = scene
  const last = question.lastMove
  if (!last || !isUndoable(question)) throw notPossible()
  if (last.before.state === 'on_air') mustFitOnAir(scene)
  if (last.move === 'take' && scene.phase !== 'live' && scene.phase !== 'paused')
    throw new DomainError('program.not_open')
  const back = restored(question, last.before, scene, last.neighbours)
  const decision: Decision = { event: 'question.undone', questions: [back] }
  if (last.move === 'take') return undoTake(scene, last, decision)
  if (last.move === 'merge') return undoMerge(question, last, decision)
  if (last.move === 'split') return undoSplit(scene, last, decision)
  return decision
}

function mustFitOnAir(scene: Scene): void {
  if (scene.phase !== 'live' && scene.phase !== 'paused') throw new DomainError('program.not_open')
  if (scene.onAir) throw notPossible()
}

function restored(
  question: Question,
  before: Undoable,
  scene: Scene,
  neighbours: LastMove['neighbours'],
): Question {
  return {
    ...question,
    ...revived(before),
    order: before.state === 'approved' ? placeAgain(scene.order, neighbours) : null,
    version: question.version + 1,
    lastMove: null,
  }
}

/** What was kept as JSON has its moments as text again. */
const revived = (before: Undoable): Undoable => ({
  ...before,
  onAirSince: before.onAirSince && new Date(before.onAirSince),
  decidedAt: before.decidedAt && new Date(before.decidedAt),
})

/** Both questions of a take go back in one revision, or neither does. */
function undoTake(scene: Scene, last: LastMove, decision: Decision): Decision {
  const offAirId = scene.question.id
  if (!last.displaced) return { ...decision, offAirId }
  const displaced = scene.related.get(last.displaced.id)
  if (!displaced || displaced.version !== last.displaced.version) throw notPossible()
  // The taken one leaves the air first: the database allows a single question on air at any moment.
  const onAirAgain = restored(displaced, last.displaced.before, scene, undefined)
  return { ...decision, questions: [...decision.questions, onAirAgain], offAirId }
}

function undoMerge(question: Question, last: LastMove, decision: Decision): Decision {
  const leadIds = question.mergedIntoId ? [question.mergedIntoId] : []
  if (!last.askerIds) return { ...decision, leadIds }
  return { ...decision, leadIds, adopt: { askerIds: last.askerIds, leadId: question.id } }
}

function undoSplit(scene: Scene, last: LastMove, decision: Decision): Decision {
  const target = scene.related.get(last.before.mergedIntoId ?? '')
  if (!target || scene.question.askers.length > 0) throw notPossible()
  const lead = leadOf(target, scene.related)
  if (lead.id === scene.question.id) throw notPossible()
  decision.questions[0]!.mergedIntoId = lead.id
  return { ...decision, leadIds: [lead.id] }
}
