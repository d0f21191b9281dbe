import type { Phase } from '../../protocol/program.js'
import { MoveQuestion, type MoveName, type QuestionState } from '../../protocol/question.js'
import type { Role } from '../../protocol/roles.js'
import type { Caller } from '../../server/callers/domain/caller.js'
import { DomainError } from '../../server/errors/domain-error.js'
import { decideMove } from '../../server/questions/domain/decide-move.js'
import { NO_CONTENT } from '../../server/questions/domain/erase.js'
import type { Question } from '../../server/questions/domain/question.js'
import type { Decision, Scene } from '../../server/questions/domain/scene.js'

export const STATES = [
  'pending',
  'returned',
  'approved',
  'on_air',
  'answered',
  'follow_up',
  'merged',
  'rejected',
  'advised',
  'diverted',
] as const satisfies QuestionState[]

/** The id of the question, topic, person … of that number. */
export const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const LAN = { id: idOf(901), name: 'Lan' }
export const MINH = { id: idOf(902), name: 'Minh' }
export const NOON = new Date('2026-11-21T05:00:00.000Z')
export const MORNING = new Date('2026-11-21T02:14:05.000Z')
export const TOPIC = idOf(801)
export const AGENCY = idOf(802)
export const SPEAKER = idOf(803)
export const OTHER_SPEAKER = idOf(804)
export const LINE = { id: idOf(805), code: 'hotline1', name: '0931.015.119' }

export function question(number: number, state: QuestionState, rest: Partial<Question> = {}): Question {
  return {
    ...NO_CONTENT,
    id: idOf(number),
    programId: idOf(900),
    number,
    run: 1,
    revision: 7,
    version: 3,
    state,
    verbatim: 'Bao giờ đường được sửa?',
    order: state === 'approved' ? `a${number}` : null,
    mergedIntoId: state === 'merged' ? idOf(99) : null,
    onAirSince: state === 'on_air' ? MORNING : null,
    loggedBy: LAN,
    loggedAt: MORNING,
    decidedBy: null,
    decidedAt: null,
    wasApproved: false,
    ...rest,
  }
}

export const caller = (rest: Partial<Caller> = {}): Caller => ({
  honorific: null,
  name: null,
  organisation: null,
  phone: null,
  place: null,
  mayReadName: false,
  mayKeep: false,
  mayForward: false,
  ...rest,
})

/** A live programme with a moderator at work; the others named are found there, in the running order if approved. */
export function scene(present: Question, others: Question[] = [], rest: Partial<Scene> = {}): Scene {
  const all = [present, ...others]
  const ranked = all.flatMap(({ id, order }) => (order === null ? [] : [{ id, order }]))
  return {
    phase: 'live',
    lists: {
      topicIds: new Set([TOPIC]),
      agencyIds: new Set([AGENCY]),
      speakerIds: new Set([SPEAKER, OTHER_SPEAKER]),
      reasonCodes: new Set(['out_of_scope', 'other', 'house_reason']),
      lines: [LINE],
    },
    question: present,
    onAir: all.find(one => one.state === 'on_air') ?? null,
    order: ranked.toSorted((one, other) => (one.order < other.order ? -1 : 1)),
    related: new Map(all.map(one => [one.id, one])),
    actor: MINH,
    roles: ['moderator'],
    now: NOON,
    ...rest,
  }
}

const NEEDED: Partial<Record<MoveName, Record<string, unknown>>> = {
  return: { reason: 'Thiếu địa chỉ' },
  reject: { reason: { code: 'out_of_scope' } },
  merge: { intoId: idOf(99) },
  take: { believedOnAirId: null },
  divert: { confirmNumber: 1 },
}

/** The command as it comes through the wire, with what the move needs at least. */
export const command = (move: MoveName, rest: Record<string, unknown> = {}): MoveQuestion =>
  MoveQuestion.parse({ id: idOf(999), version: 3, move, ...NEEDED[move], ...rest })

export function decided(around: Scene, move: MoveName, rest: Record<string, unknown> = {}): Decision {
  return decideMove(around, command(move, { version: around.question.version, ...rest }))
}

/** The question after the move. */
export function after(around: Scene, move: MoveName, rest: Record<string, unknown> = {}): Question {
  return decided(around, move, rest).questions.find(one => one.id === around.question.id)!
}

/** The refusal that was met, or null when there was none. */
export function refusal(decide: () => unknown): DomainError | null {
  try {
    decide()
    return null
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
}

export const code = (decide: () => unknown) => refusal(decide)?.code ?? 'allowed'

/** What the database gives back: `lastMove` is kept as JSON. */
export const kept = (present: Question): Question => ({
  ...present,
  lastMove: JSON.parse(JSON.stringify(present.lastMove)),
})

export const ROLES = ['secretary', 'moderator', 'producer', 'admin'] as const satisfies Role[]
export const PHASES = ['draft', 'open', 'live', 'paused', 'ended', 'closed'] as const satisfies Phase[]
