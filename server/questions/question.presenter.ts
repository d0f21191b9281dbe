import type { Phase } from '#protocol/program.js'
import type {
  CallerView,
  MoveName,
  ProducerQuestion,
  ScreenQuestion,
  StaffQuestion,
} from '#protocol/question.js'
import type { Person, Role } from '#protocol/roles.js'
import type { Caller } from '../callers/domain/caller.js'
import { callerLine } from '../callers/domain/caller-line.js'
import { maskPrivateNumbers } from '#protocol/private-numbers.js'
import { openMoves } from './domain/moves.js'
import type { Question } from './domain/question.js'

/** The widest view among one's roles decides what one sees; an administrator sees no question. */
export const AUDIENCES = ['moderator', 'secretary', 'producer'] as const
export type Audience = (typeof AUDIENCES)[number]

export const audienceOf = (roles: readonly Role[]): Audience | undefined =>
  AUDIENCES.find(audience => roles.includes(audience))

/** What a view depends on beside the question. A moderator may do whatever a secretary may. */
export type Reader = { audience: Audience; phase: Phase; hotlines: readonly string[] }

export function presentToStaff(question: Question, reader: Reader): StaffQuestion | ProducerQuestion {
  return reader.audience === 'producer'
    ? presentToProducer(question, reader)
    : presentToDesk(question, openMoves(question, [reader.audience], reader.phase))
}

/** For secretaries and moderators. */
function presentToDesk(question: Question, moves: MoveName[]): StaffQuestion {
  return {
    id: question.id,
    number: question.number,
    state: question.state,
    version: question.version,
    verbatim: question.verbatim,
    wording: question.wording,
    line: question.line,
    direct: question.direct,
    nature: question.nature,
    topicId: question.topicId,
    agencyId: question.agencyId,
    priority: question.priority,
    note: question.note,
    caller: question.caller && presentCaller(question.caller),
    callerLine: callerLine(question.caller, question.askers.length),
    leadSpeakerId: question.leadSpeakerId,
    supportingSpeakerIds: question.supportingSpeakerIds,
    order: question.order,
    mergedIntoId: question.mergedIntoId,
    askers: question.askers.map(asker => ({
      number: asker.number,
      callerLine: callerLine(asker.caller),
      caller: asker.caller && presentCaller(asker.caller),
    })),
    loggedBy: presentPerson(question.loggedBy),
    loggedAt: question.loggedAt.toISOString(),
    decidedBy: question.decidedBy && presentPerson(question.decidedBy),
    decidedAt: question.decidedAt?.toISOString() ?? null,
    reason: question.reason,
    onAirSince: question.onAirSince?.toISOString() ?? null,
    answer: question.answer,
    moves,
  }
}

/** For the producer: the queue without phones, verbatims and notes. */
function presentToProducer(question: Question, reader: Reader): ProducerQuestion {
  const mask = (text: string) => maskPrivateNumbers(text, [...reader.hotlines, ...question.allowedNumbers])
  return {
    id: question.id,
    number: question.number,
    state: question.state,
    version: question.version,
    wording: question.wording && mask(question.wording),
    line: question.line,
    direct: question.direct,
    nature: question.nature,
    topicId: question.topicId,
    agencyId: question.agencyId,
    priority: question.priority,
    callerLine: mask(callerLine(question.caller, question.askers.length)),
    leadSpeakerId: question.leadSpeakerId,
    supportingSpeakerIds: question.supportingSpeakerIds,
    order: question.order,
    mergedIntoId: question.mergedIntoId,
    askers: question.askers.map(asker => ({
      number: asker.number,
      callerLine: mask(callerLine(asker.caller)),
    })),
    loggedBy: presentPerson(question.loggedBy),
    loggedAt: question.loggedAt.toISOString(),
    decidedBy: question.decidedBy && presentPerson(question.decidedBy),
    decidedAt: question.decidedAt?.toISOString() ?? null,
    reason: question.reason && {
      ...question.reason,
      ...(question.reason.text && { text: mask(question.reason.text) }),
    },
    onAirSince: question.onAirSince?.toISOString() ?? null,
    answer: question.answer && {
      ...question.answer,
      said: question.answer.said && mask(question.answer.said),
      promise: question.answer.promise && {
        ...question.answer.promise,
        what: mask(question.answer.promise.what),
      },
    },
    moves: [],
  }
}

/** What a screen is sent of a question. Whatever is not listed here does not leave. */
export function presentToScreen(
  question: Question,
  topics: readonly { id: string; name: string }[],
  hotlines: readonly string[],
): ScreenQuestion {
  const mask = (text: string) => maskPrivateNumbers(text, [...hotlines, ...question.allowedNumbers])
  return {
    id: question.id,
    number: question.number,
    topic: topics.find(topic => topic.id === question.topicId)?.name ?? null,
    text: mask(question.wording ?? ''),
    callerLine: mask(callerLine(question.caller, question.askers.length)),
    leadSpeakerId: question.leadSpeakerId,
    supportingSpeakerIds: question.supportingSpeakerIds,
    state: question.state,
    order: question.order,
    version: question.version,
    onAirSince: question.onAirSince?.toISOString() ?? null,
  }
}

const presentPerson = (person: Person): Person => ({ id: person.id, name: person.name })

export const presentCaller = (caller: Caller): CallerView => ({
  honorific: caller.honorific,
  name: caller.name,
  organisation: caller.organisation,
  phone: caller.phone && { typed: caller.phone.typed, ...(caller.phone.e164 && { e164: caller.phone.e164 }) },
  place: caller.place && { ...(caller.place.code && { code: caller.place.code }), text: caller.place.text },
  mayReadName: caller.mayReadName,
  mayKeep: caller.mayKeep,
  mayForward: caller.mayForward,
})
