import type { MoveQuestion } from '#protocol/question.js'
import { DomainError, invalidField } from '../../errors/domain-error.js'
import { approvedWording } from './approved-wording.js'
import { erased } from './erase.js'
import { decideMerge, decideSplit } from './merge.js'
import { NOT_WITH_ASKERS, phaseRefusal, rolesMay, startsFrom, type TableMove, undoRefusal } from './moves.js'
import { moved } from './moved.js'
import type { Displaced, Question, Undoable } from './question.js'
import { firstPlace, lastPlace } from './running-order.js'
import type { Decision, Scene } from './scene.js'
import { decideUndo } from './undo.js'

/** Decides a move, or refuses it. Checked in the order: role, phase, version, move. */
export function decideMove(scene: Scene, command: MoveQuestion): Decision {
  const { question } = scene
  if (!rolesMay(command.move, scene.roles, question)) throw new DomainError('access.not_allowed')
  const refusal =
    command.move === 'undo'
      ? undoRefusal(scene.phase, question.lastMove)
      : phaseRefusal(scene.phase, command.move)
  if (refusal) throw new DomainError(refusal)
  if (command.version !== question.version) throw new DomainError('question.stale')
  if (command.move === 'undo') return decideUndo(scene)
  if (!startsFrom(command.move, question.state)) throw new DomainError('question.move_not_possible')
  if (NOT_WITH_ASKERS.has(command.move) && question.askers.length > 0)
    throw new DomainError('question.has_askers', { askers: question.askers.map(asker => asker.number) })
  return byMove(scene, command)
}

function byMove(scene: Scene, command: Exclude<MoveQuestion, { move: 'undo' }>): Decision {
  const { question, order } = scene
  switch (command.move) {
    case 'approve':
      return simple(scene, 'approve', { ...approvedWording(scene, command), order: lastPlace(order) })
    case 'return':
      return simple(scene, 'return', { reason: { text: command.reason } })
    case 'reject':
      return simple(scene, 'reject', { reason: rejection(scene, command.reason) })
    case 'take':
      return take(scene, command)
    case 'recall':
      return simple(scene, 'recall', { order: firstPlace(order), onAirSince: null })
    case 'withdraw':
      return simple(scene, 'withdraw', { onAirSince: null })
    case 'defer':
      if (command.agencyId && !scene.lists.agencyIds.has(command.agencyId))
        throw invalidField('agencyId', 'list.unknown_entry')
      return simple(scene, 'defer', { agencyId: command.agencyId ?? question.agencyId })
    case 'advise':
      return simple(scene, 'advise', { note: command.note ?? question.note })
    case 'divert':
      if (command.confirmNumber !== question.number)
        throw invalidField('confirmNumber', 'question.other_number')
      return {
        questions: [erased(question, scene.actor, scene.now)],
        ...(question.mergedIntoId && { leadIds: [question.mergedIntoId] }),
        ...offAir(question),
      }
    case 'merge':
      return decideMerge(scene, command.intoId)
    case 'split':
      return decideSplit(scene)
    case 'restore':
      return simple(scene, 'restore', { onAirSince: null })
    case 'resubmit':
    case 'answer':
      return simple(scene, command.move, {})
    default:
      return command satisfies never
  }
}

/** A move that changes one question and nobody else's place. */
function simple(scene: Scene, move: TableMove, set: Partial<Undoable>): Decision {
  return { questions: [moved(scene, move, set)], ...offAir(scene.question) }
}

const offAir = (question: Question) => (question.state === 'on_air' ? { offAirId: question.id } : {})

/** The reasons that every programme has, whatever else its list names. */
const REJECT_REASONS: ReadonlySet<string> = new Set([
  'out_of_scope',
  'unsuitable_language',
  'too_little_information',
  'already_answered',
  'test_or_nuisance',
  'other',
])

function rejection(scene: Scene, reason: { code: string; text?: string | undefined }) {
  if (!REJECT_REASONS.has(reason.code) && !scene.lists.reasonCodes.has(reason.code))
    throw invalidField('reason.code', 'list.unknown_entry')
  if (reason.code === 'other' && !reason.text) throw invalidField('reason.text', 'reason.words_needed')
  return { code: reason.code, ...(reason.text && { text: reason.text }) }
}

/** Puts an approved question on air. Its sender says what he believed to be there. */
function take(scene: Scene, command: Extract<MoveQuestion, { move: 'take' }>): Decision {
  const { onAir, now } = scene
  if ((onAir?.id ?? null) !== command.believedOnAirId)
    throw new DomainError('program.changed_on_air', { onAirId: onAir?.id ?? null })
  const taken = moved(scene, 'take', { onAirSince: now })
  if (!onAir) return { questions: [taken], takesAir: true }
  const displaced = putOff(scene, onAir, command.then ?? 'answered')
  taken.lastMove!.displaced = { id: onAir.id, version: displaced.version, before: displacedFrom(onAir) }
  // The displaced one is written first: the database allows a single question on air at any moment.
  return { questions: [displaced, taken], takesAir: true, offAirId: onAir.id }
}

const displacedFrom = ({ state, order, onAirSince, decidedBy, decidedAt }: Question): Displaced => ({
  state,
  order,
  onAirSince,
  decidedBy,
  decidedAt,
})

function putOff(scene: Scene, onAir: Question, to: 'answered' | 'approved'): Question {
  const back = to === 'approved' ? { order: firstPlace(scene.order), onAirSince: null } : {}
  return {
    ...onAir,
    ...back,
    state: to,
    version: onAir.version + 1,
    decidedBy: scene.actor,
    decidedAt: scene.now,
    lastMove: null,
  }
}
