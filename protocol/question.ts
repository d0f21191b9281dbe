import { z } from 'zod'
import { Day, Id, Moment } from './ids.js'
import { Person } from './roles.js'
import { TextLimit, optionalName, optionalText, requiredName, requiredText } from './text.js'

export const QuestionState = z.enum([
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
])
export type QuestionState = z.infer<typeof QuestionState>

/** Tính chất: hỏi, phản ánh, kiến nghị, khiếu nại, góp ý. A denunciation is never logged. */
export const Nature = z.enum(['ask', 'report', 'propose', 'complain', 'comment'])
export type Nature = z.infer<typeof Nature>

/** Sorts and marks what waits for a decision; never moves an approved question. */
export const Priority = z.enum(['normal', 'high', 'urgent'])
export type Priority = z.infer<typeof Priority>

const PlaceInput = z.strictObject({ code: optionalName(20), text: requiredName() })

/** The caller as taken down. None of the three consents is ever assumed: each must be said. */
export const CallerInput = z.strictObject({
  honorific: optionalName(),
  name: optionalName(),
  organisation: optionalName(),
  phone: optionalName(TextLimit.phone),
  place: PlaceInput.optional(),
  mayReadName: z.boolean(),
  mayKeep: z.boolean(),
  mayForward: z.boolean(),
})
export type CallerInput = z.infer<typeof CallerInput>

const Slip = z.strictObject({
  id: Id,
  diverted: z.undefined().optional(),
  verbatim: requiredText(TextLimit.verbatim),
  run: z.int().min(0).optional(),
  takenAt: Moment.optional(),
  line: optionalName(),
  direct: z.boolean().optional(),
  nature: Nature.optional(),
  topicId: Id.optional(),
  agencyId: Id.optional(),
  priority: Priority.optional(),
  note: optionalText(TextLimit.note),
  sameAsId: Id.optional(),
  paper: z.strictObject({ number: z.int().min(1).max(1_000_000) }).optional(),
  caller: CallerInput.optional(),
})
export type Slip = z.infer<typeof Slip>

/** A sample with which a rehearsal is played: a slip that only needs an id. */
export type SampleSlip = Pick<Slip, 'verbatim' | 'line' | 'topicId' | 'agencyId' | 'caller'>

/** A call that was a denunciation: nothing of it leaves the desk but that there was one. */
const DivertedSlip = z.strictObject({ id: Id, diverted: z.literal(true), line: optionalName() })
export type DivertedSlip = z.infer<typeof DivertedSlip>

/** Takes a question down. The desk makes the id, so a retry cannot log twice. */
export const LogQuestion = z.discriminatedUnion('diverted', [DivertedSlip, Slip])
export type LogQuestion = z.infer<typeof LogQuestion>

const speakers = { leadSpeakerId: Id.optional(), supportingSpeakerIds: z.array(Id).max(20).optional() }
const allowNumbers = z.array(requiredName(40)).max(50).optional()

const command = { id: Id, version: z.int().min(1) }
const plain = <const M extends string>(move: M) => z.strictObject({ ...command, move: z.literal(move) })

export const MoveQuestion = z.discriminatedUnion('move', [
  z.strictObject({
    ...command,
    move: z.literal('approve'),
    wording: optionalText(TextLimit.wording),
    allowNumbers,
    ...speakers,
    topicId: Id.optional(),
  }),
  z.strictObject({ ...command, move: z.literal('return'), reason: requiredText(TextLimit.reason) }),
  plain('resubmit'),
  z.strictObject({
    ...command,
    move: z.literal('reject'),
    reason: z.strictObject({ code: requiredName(60), text: optionalText(TextLimit.reason) }),
  }),
  plain('restore'),
  z.strictObject({ ...command, move: z.literal('merge'), intoId: Id }),
  plain('split'),
  z.strictObject({ ...command, move: z.literal('defer'), agencyId: Id.optional() }),
  plain('withdraw'),
  z.strictObject({
    ...command,
    move: z.literal('take'),
    believedOnAirId: Id.nullable(),
    then: z.enum(['answered', 'approved']).optional(),
  }),
  plain('recall'),
  plain('answer'),
  z.strictObject({ ...command, move: z.literal('advise'), note: optionalText(TextLimit.note) }),
  z.strictObject({ ...command, move: z.literal('divert'), confirmNumber: z.int() }),
  plain('undo'),
])
export type MoveQuestion = z.infer<typeof MoveQuestion>

export const MoveName = z.enum(MoveQuestion.options.map(option => option.shape.move.value))
export type MoveName = MoveQuestion['move']

/** Corrects a question. What is absent stays, null empties, `caller` is replaced whole. */
export const ReviseQuestion = z.strictObject({
  ...command,
  verbatim: requiredText(TextLimit.verbatim).optional(),
  wording: optionalText(TextLimit.wording).nullable(),
  allowNumbers,
  line: optionalName().nullable(),
  direct: z.boolean().optional(),
  nature: Nature.optional(),
  topicId: Id.nullable().optional(),
  agencyId: Id.nullable().optional(),
  priority: Priority.optional(),
  note: optionalText(TextLimit.note).nullable(),
  caller: CallerInput.nullable().optional(),
  leadSpeakerId: Id.nullable().optional(),
  supportingSpeakerIds: z.array(Id).max(20).nullable().optional(),
})
export type ReviseQuestion = z.infer<typeof ReviseQuestion>

/** Puts an approved question after another approved one; `after: null` makes it the first. */
export const OrderQuestion = z.strictObject({ id: Id, questionId: Id, after: Id.nullable() })
export type OrderQuestion = z.infer<typeof OrderQuestion>

/** What was said on air, written down by whoever is free. */
export const NoteAnswer = z
  .strictObject({
    id: Id,
    speakerIds: z.array(Id).max(20),
    startedAt: Moment,
    endedAt: Moment.optional(),
    said: optionalText(TextLimit.note),
    promise: z.strictObject({ what: requiredText(TextLimit.reason), by: Day }).optional(),
  })
  .refine(({ startedAt, endedAt }) => !endedAt || new Date(endedAt) >= new Date(startedAt), {
    path: ['endedAt'],
    message: 'answer.ends_before_start',
  })
export type NoteAnswer = z.infer<typeof NoteAnswer>

export const ReservePaper = z.strictObject({ id: Id, count: z.int().min(1).max(1000) })
export type ReservePaper = z.infer<typeof ReservePaper>

const one = <T extends z.ZodType>(schema: T) =>
  z.union([schema.transform(value => [value]), z.array(schema)]).optional()

/** A page of questions, newest first. `state`, `topic`, `agency` may be given several times. */
export const ListQuestions = z.strictObject({
  state: one(QuestionState),
  topic: one(Id),
  agency: one(Id),
  text: optionalText(200),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListQuestions = z.infer<typeof ListQuestions>

export const SearchArchive = ListQuestions.pick({ text: true, after: true, limit: true })
export type SearchArchive = z.infer<typeof SearchArchive>

// ---- views ---------------------------------------------------------------------------------------------

export const CallerView = z.strictObject({
  honorific: z.string().nullable(),
  name: z.string().nullable(),
  organisation: z.string().nullable(),
  phone: z.strictObject({ typed: z.string(), e164: z.string().optional() }).nullable(),
  place: z.strictObject({ code: z.string().optional(), text: z.string() }).nullable(),
  mayReadName: z.boolean(),
  mayKeep: z.boolean(),
  mayForward: z.boolean(),
})
export type CallerView = z.infer<typeof CallerView>

export const AnswerView = z.strictObject({
  speakerIds: z.array(z.uuid()),
  startedAt: Moment,
  endedAt: Moment.nullable(),
  said: z.string().nullable(),
  promise: z.strictObject({ what: z.string(), by: Day }).nullable(),
})
export type AnswerView = z.infer<typeof AnswerView>

export const Reason = z.strictObject({ code: z.string().optional(), text: z.string().optional() })
export type Reason = z.infer<typeof Reason>

/** What every member of staff sees of a question. */
const shared = {
  id: z.uuid(),
  number: z.int(),
  state: QuestionState,
  version: z.int(),
  wording: z.string().nullable(),
  line: z.string().nullable(),
  direct: z.boolean(),
  nature: Nature,
  topicId: z.uuid().nullable(),
  agencyId: z.uuid().nullable(),
  priority: Priority,
  callerLine: z.string(),
  leadSpeakerId: z.uuid().nullable(),
  supportingSpeakerIds: z.array(z.uuid()),
  order: z.string().nullable(),
  mergedIntoId: z.uuid().nullable(),
  loggedBy: Person,
  loggedAt: Moment,
  decidedBy: Person.nullable(),
  decidedAt: Moment.nullable(),
  reason: Reason.nullable(),
  onAirSince: Moment.nullable(),
  answer: AnswerView.nullable(),
  moves: z.array(MoveName),
}

/** A question as secretaries and moderators see it. */
export const StaffQuestion = z.strictObject({
  ...shared,
  verbatim: z.string(),
  note: z.string().nullable(),
  caller: CallerView.nullable(),
  askers: z.array(z.strictObject({ number: z.int(), callerLine: z.string(), caller: CallerView.nullable() })),
})
export type StaffQuestion = z.infer<typeof StaffQuestion>

/** A question as the producer sees it: no caller but the line, no verbatim, no note. */
export const ProducerQuestion = z.strictObject({
  ...shared,
  askers: z.array(z.strictObject({ number: z.int(), callerLine: z.string() })),
})
export type ProducerQuestion = z.infer<typeof ProducerQuestion>

/** A question as a screen is sent it, and nothing else. */
export const ScreenQuestion = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  topic: z.string().nullable(),
  text: z.string(),
  callerLine: z.string(),
  leadSpeakerId: z.uuid().nullable(),
  supportingSpeakerIds: z.array(z.uuid()),
  state: QuestionState,
  order: z.string().nullable(),
  version: z.int(),
  onAirSince: Moment.nullable(),
})
export type ScreenQuestion = z.infer<typeof ScreenQuestion>

export const QuestionHistory = z.strictObject({
  history: z.array(
    z.strictObject({
      at: Moment,
      by: Person.nullable(),
      type: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      reason: Reason.optional(),
      wording: z.string().optional(),
    }),
  ),
  screens: z.array(z.strictObject({ screenId: z.uuid(), from: Moment, until: Moment.nullable() })),
})
export type QuestionHistory = z.infer<typeof QuestionHistory>
