import type { MoveQuestion } from '#protocol/question.js'
import { ADVISED_WORDING, codePoints } from '#protocol/text.js'
import { digitsOf, findPrivateNumbers } from '#protocol/private-numbers.js'
import { DomainError, invalidField } from '../../errors/domain-error.js'
import type { Question, Undoable } from './question.js'
import { type ProgramLists, type Scene, hotlinesOf } from './scene.js'

/** What an approval sets: the wording that goes on air, the numbers allowed in it, who answers, under what topic. */
export function approvedWording(
  scene: Scene,
  command: Extract<MoveQuestion, { move: 'approve' }>,
): Partial<Undoable> {
  const { question, lists } = scene
  const leadSpeakerId = command.leadSpeakerId ?? question.leadSpeakerId
  const supportingSpeakerIds = command.supportingSpeakerIds ?? question.supportingSpeakerIds
  const topicId = command.topicId ?? question.topicId
  mustBeListed(lists, { leadSpeakerId, supportingSpeakerIds, topicId })
  const allowedNumbers = withAllowed(question, command.allowNumbers)
  const wording = command.wording ?? question.wording ?? shortVerbatim(question)
  mustBeClean(wording, allowedNumbers, lists)
  return { wording, allowedNumbers, leadSpeakerId, supportingSpeakerIds, topicId }
}

export const withAllowed = (question: Question, allow: readonly string[] | undefined) => [
  ...new Set([...question.allowedNumbers, ...(allow ?? []).map(digitsOf)]),
]

/** The caller's own words may go on air only when they are short enough to be read out. */
function shortVerbatim(question: Question): string {
  if (codePoints(question.verbatim) <= ADVISED_WORDING) return question.verbatim
  throw new DomainError('question.wording_needed')
}

/** Refuses a wording with a private number that is neither a hotline nor allowed by name. */
export function mustBeClean(wording: string, allowed: readonly string[], lists: ProgramLists): void {
  const numbers = findPrivateNumbers(wording, [...hotlinesOf(lists), ...allowed])
  if (numbers.length > 0) throw new DomainError('question.private_number', { numbers })
}

type Named = {
  topicId?: string | null | undefined
  agencyId?: string | null | undefined
  leadSpeakerId?: string | null | undefined
  supportingSpeakerIds?: readonly string[] | null | undefined
  speakerIds?: readonly string[] | undefined
}

/** Refuses what the programme's lists do not have, and says in which field. */
export function mustBeListed(lists: ProgramLists, named: Named): void {
  mustBeAmong(lists.topicIds, 'topicId', named.topicId)
  mustBeAmong(lists.agencyIds, 'agencyId', named.agencyId)
  mustBeAmong(lists.speakerIds, 'leadSpeakerId', named.leadSpeakerId)
  for (const path of ['supportingSpeakerIds', 'speakerIds'] as const)
    for (const id of named[path] ?? []) mustBeAmong(lists.speakerIds, path, id)
}

function mustBeAmong(known: ReadonlySet<string>, path: string, id: string | null | undefined): void {
  if (id && !known.has(id)) throw invalidField(path, 'list.unknown_entry')
}
