import { z } from 'zod'
import type { ErrorBody } from './errors.js'
import { Id, Moment } from './ids.js'
import { Message, ScreenMessage } from './message.js'
import { Program, ScreenProgram, Speaker } from './program.js'
import { ProducerQuestion, ScreenQuestion, StaffQuestion } from './question.js'
import { Person, Role } from './roles.js'
import { Screen, ScreenMe } from './screen.js'
import { optionalName } from './text.js'

/** The version of this contract that `live:join` names. */
export const PROTOCOL = 1

/** Milliseconds between two pulses. */
export const PULSE_MS = 2000

/** A client further behind than this many revisions is given a snapshot. */
export const PATCH_WINDOW = 500

/** A screen names no programme: it is shown the one it is pointed at. */
export const Join = z.strictObject({
  programId: Id.optional(),
  protocol: z.literal(PROTOCOL),
  since: z.int().min(0).optional(),
})
export type Join = z.infer<typeof Join>

export const Place = z.enum(['now', 'next', 'list'])
export type Place = z.infer<typeof Place>

/** Everything of the programme that stands on the glass, after the frame was drawn. */
export const Painted = z.strictObject({
  painted: z.array(z.strictObject({ questionId: Id, version: z.int32().min(1), place: Place })).max(500),
  revision: z.int().min(0),
})
export type Painted = z.infer<typeof Painted>

/** What a speaker or the host says of a question that he is shown. */
export const QuestionAnswer = z.union([
  z.strictObject({ questionId: Id, answer: z.literal('read') }),
  z.strictObject({ questionId: Id, answer: z.literal('pass'), toSpeakerId: Id.optional() }),
])
export type QuestionAnswer = z.infer<typeof QuestionAnswer>

export const ScreenAnswer = z.union([
  QuestionAnswer,
  z.strictObject({ messageId: Id, answer: z.literal('seen') }),
])
export type ScreenAnswer = z.infer<typeof ScreenAnswer>

export const Editing = z.strictObject({ questionId: Id.nullable(), phone: optionalName(40) })
export type Editing = z.infer<typeof Editing>

export const SamePhone = z.strictObject({ accountId: z.uuid(), name: z.string() })
export type SamePhone = z.infer<typeof SamePhone>

// ---- down ----------------------------------------------------------------------------------------------

export const ScreenReceipt = z.strictObject({
  screenId: z.uuid(),
  connected: z.boolean(),
  /** Browsers that hold it now: two of them are something to look at. */
  connections: z.int(),
  painted: z.array(z.strictObject({ questionId: z.uuid(), version: z.int(), place: Place, at: Moment })),
  read: z.array(z.strictObject({ questionId: z.uuid(), at: Moment })),
  passed: z.array(z.strictObject({ questionId: z.uuid(), toSpeakerId: z.uuid().nullable(), at: Moment })),
})
export type ScreenReceipt = z.infer<typeof ScreenReceipt>

export const Receipts = z.strictObject({ screens: z.array(ScreenReceipt) })
export type Receipts = z.infer<typeof Receipts>

export const PersonHere = z.strictObject({
  accountId: z.uuid(),
  name: z.string(),
  roles: z.array(Role),
  editing: z.uuid().nullable(),
})
export type PersonHere = z.infer<typeof PersonHere>

export const People = z.strictObject({ people: z.array(PersonHere) })
export type People = z.infer<typeof People>

/**
 * The server's clock, and the revision that this instance has emitted to the room. While the database is away it says
 * so, out of turn when that begins and ends: what is shown stands, and nothing can be changed.
 */
export const Pulse = z.strictObject({
  now: Moment,
  revision: z.int(),
  storage: z.literal('away').optional(),
})
export type Pulse = z.infer<typeof Pulse>

const AnyQuestion = z.union([StaffQuestion, ProducerQuestion, ScreenQuestion])
const AnyMessage = z.union([Message, ScreenMessage])

export const Put = z.strictObject({
  program: z.union([Program, ScreenProgram]).optional(),
  questions: z.array(AnyQuestion).optional(),
  speakers: z.array(Speaker).optional(),
  screens: z.array(Screen).optional(),
  messages: z.array(AnyMessage).optional(),
  me: ScreenMe.optional(),
})
export type Put = z.infer<typeof Put>

const ids = z.array(z.uuid()).optional()
export const Drop = z.strictObject({ questions: ids, speakers: ids, screens: ids, messages: ids })
export type Drop = z.infer<typeof Drop>

/** Why a patch came: the ledger's word for it, and who. To staff only. */
export const Cause = z.strictObject({ type: z.string(), by: Person.nullable() })
export type Cause = z.infer<typeof Cause>

/** Applied when `from` ≤ mine < `revision`; ignored when not newer; on a gap the client joins again. */
export const Patch = z.strictObject({
  programId: z.uuid(),
  from: z.int(),
  revision: z.int(),
  at: Moment,
  cause: Cause.optional(),
  put: Put.optional(),
  drop: Drop.optional(),
})
export type Patch = z.infer<typeof Patch>

export const Snapshot = z.strictObject({
  programId: z.uuid(),
  revision: z.int(),
  at: Moment,
  protocol: z.literal(PROTOCOL),
  program: z.union([Program, ScreenProgram]),
  questions: z.array(AnyQuestion),
  speakers: z.array(Speaker),
  screens: z.array(Screen).optional(),
  /** Past its `until` a message is gone: no drop is sent for that, everybody has the server's clock. */
  messages: z.array(AnyMessage),
  receipts: z.array(ScreenReceipt).optional(),
  people: z.array(PersonHere).optional(),
  me: ScreenMe.optional(),
})
export type Snapshot = z.infer<typeof Snapshot>

export type Refusal = { ok: false; error: ErrorBody; requestId: string }
export type JoinAck = { ok: true; snapshot: Snapshot } | { ok: true; patch: Patch } | Refusal

/** The names of the socket's events. */
export const Event = {
  join: 'live:join',
  patch: 'live:patch',
  pulse: 'live:pulse',
  receipts: 'live:receipts',
  people: 'live:people',
  painted: 'screen:painted',
  answer: 'screen:answer',
  paired: 'screen:paired',
  editing: 'desk:editing',
  ended: 'session:ended',
} as const
