import { DomainError } from '../../errors/domain-error.js'
import { leadOf } from './merge.js'
import { isUndoable, wouldLeaveAskers } from './moves.js'
import type { Asker, Displaced, LastMove, Question, Undoable } from './question.js'
import { placeAgain } from './running-order.js'
import type { Decision, Scene } from './scene.js'

const notPossible = () => new DomainError('question.move_not_possible')

/** Reverses the latest move, once, while nothing else happened to the question since. */
export function decideUndo(scene: Scene): Decision {
  const { question } = scene
  const last = question.lastMove
  if (!last || !isUndoable(question)) throw notPossible()
  if (last.before.state === 'on_air' && scene.onAir) throw notPossible()
  if (wouldLeaveAskers(question))
    throw new DomainError('question.has_askers', { askers: question.askers.map(asker => asker.number) })
  const back = restored(question, last.before, scene, last)
  const decision: Decision = { questions: [back] }
  if (last.move === 'take') return undoTake(scene, last, decision)
  if (last.move === 'merge') return undoMerge(scene, last, back, decision)
  if (last.move === 'split') return undoSplit(scene, last, decision)
  return decision
}

function restored(
  question: Question,
  before: Undoable | Displaced,
  scene: Scene,
  { neighbours, displaced }: Partial<LastMove>,
): Question {
  return {
    ...question,
    ...revived(before),
    order: before.state === 'approved' ? placeAgain(scene.order, neighbours, displaced?.id) : null,
    version: question.version + 1,
    lastMove: null,
  }
}

/** What was kept as JSON has its moments as text again. */
const revived = <Before extends Displaced>(before: Before): Before => ({
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
  const onAirAgain = restored(displaced, last.displaced.before, scene, {})
  return { ...decision, questions: [...decision.questions, onAirAgain], offAirId }
}

/** Its askers come back with it, but for those who were split off or went elsewhere since. */
function undoMerge(scene: Scene, last: LastMove, back: Question, decision: Decision): Decision {
  const leadId = scene.question.mergedIntoId
  const leadIds = leadId ? [leadId] : []
  const askers = (last.askerIds ?? []).flatMap(id => scene.related.get(id) ?? [])
  back.askers = askers
    .filter(asker => asker.mergedIntoId === leadId)
    .map(({ id, number, caller }): Asker => ({ id, number, caller }))
    .toSorted((one, other) => one.number - other.number)
  if (back.askers.length === 0) return { ...decision, leadIds }
  const askerIds = back.askers.map(asker => asker.id)
  return { ...decision, leadIds, adopt: { askerIds, leadId: back.id } }
}

function undoSplit(scene: Scene, last: LastMove, decision: Decision): Decision {
  const target = scene.related.get(last.before.mergedIntoId ?? '')
  if (!target) throw notPossible()
  const lead = leadOf(target, scene.related)
  if (lead.id === scene.question.id) throw notPossible()
  decision.questions[0]!.mergedIntoId = lead.id
  return { ...decision, leadIds: [lead.id] }
}
