import type { QuestionState, ReviseQuestion } from '#protocol/question.js'
import { toCaller } from '../../callers/domain/caller.js'
import { DomainError } from '../../errors/domain-error.js'
import { mustBeClean, mustBeListed, withAllowed } from './approved-wording.js'
import { lineId } from './log-question.js'
import type { Question } from './question.js'
import type { Scene } from './scene.js'

type Field = Exclude<keyof ReviseQuestion, 'id' | 'version'>

const AFTERWARDS: readonly Field[] = ['note', 'agencyId']
const AS_LOGGED: readonly Field[] = [
  ...AFTERWARDS,
  'verbatim',
  'line',
  'direct',
  'nature',
  'topicId',
  'priority',
  'caller',
]
const WORDED: readonly Field[] = ['wording', 'allowNumbers', 'leadSpeakerId', 'supportingSpeakerIds']

type Row = { secretary: readonly Field[]; moderator: readonly Field[] }
const WAITING: Row = { secretary: AS_LOGGED, moderator: [...AS_LOGGED, ...WORDED] }
const APPROVED: Row = {
  secretary: [],
  moderator: [...AS_LOGGED, ...WORDED].filter(field => field !== 'verbatim'),
}
const DONE: Row = { secretary: AFTERWARDS, moderator: AFTERWARDS }
const NOTHING: Row = { secretary: [], moderator: [] }

/** Who may correct which field, by state. */
export const CORRECTIONS: Record<QuestionState, Row> = {
  pending: WAITING,
  returned: WAITING,
  approved: APPROVED,
  on_air: DONE,
  answered: DONE,
  follow_up: DONE,
  merged: DONE,
  rejected: DONE,
  advised: DONE,
  diverted: NOTHING,
}

/** Decides a correction, or refuses it. Checked in the order: role, phase, version, field. */
export function decideRevision(scene: Scene, command: ReviseQuestion): Question {
  const { question } = scene
  const row = CORRECTIONS[question.state]
  const fields = (Object.keys(command) as (keyof ReviseQuestion)[]).filter(
    (key): key is Field => key !== 'id' && key !== 'version' && command[key] !== undefined,
  )
  const mine = scene.roles.flatMap(role => (role === 'secretary' || role === 'moderator' ? row[role] : []))
  const someone = row.moderator
  if (mine.length === 0 && someone.length > 0) throw new DomainError('access.not_allowed')
  if (fields.some(field => someone.includes(field) && !mine.includes(field)))
    throw new DomainError('access.not_allowed')
  if (scene.phase === 'draft') throw new DomainError('program.not_open')
  if (scene.phase === 'closed') throw new DomainError('program.closed')
  if (command.version !== question.version) throw new DomainError('question.stale')
  if (fields.some(field => !someone.includes(field)) || row === NOTHING)
    throw new DomainError('question.move_not_possible')
  return corrected(scene, command)
}

const kept = <T>(given: T | undefined, present: T): T => (given === undefined ? present : given)

function corrected(scene: Scene, command: ReviseQuestion): Question {
  const { question, lists } = scene
  mustBeListed(lists, command)
  const next: Question = {
    ...question,
    version: question.version + 1,
    verbatim: kept(command.verbatim, question.verbatim),
    wording: kept(command.wording, question.wording),
    allowedNumbers: withAllowed(question, command.allowNumbers),
    line: command.line === undefined ? question.line : lineId(lists, command.line),
    direct: kept(command.direct, question.direct),
    nature: kept(command.nature, question.nature),
    topicId: kept(command.topicId, question.topicId),
    agencyId: kept(command.agencyId, question.agencyId),
    priority: kept(command.priority, question.priority),
    note: kept(command.note, question.note),
    caller: command.caller === undefined ? question.caller : command.caller && toCaller(command.caller),
    leadSpeakerId: kept(command.leadSpeakerId, question.leadSpeakerId),
    supportingSpeakerIds: kept(command.supportingSpeakerIds, question.supportingSpeakerIds) ?? [],
  }
  return question.state === 'approved' ? approvedAnew(scene, next) : next
}

/** A correction of an approved question is a new approval: it must be as fit for the air as the first. */
function approvedAnew(scene: Scene, next: Question): Question {
  if (!next.wording) throw new DomainError('question.wording_needed')
  mustBeClean(next.wording, next.allowedNumbers, scene.lists)
  return { ...next, decidedBy: scene.actor, decidedAt: scene.now }
}
