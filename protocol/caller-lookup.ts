import { z } from 'zod'
import { Id, Moment } from './ids.js'
import { CallerView, QuestionState } from './question.js'
import { TextLimit, requiredName } from './text.js'

/** Fewest digits of a number that is looked up: less would find strangers. */
export const LOOKUP_DIGITS = 8

/** At most this many earlier calls are told. */
export const CALLS_SHOWN = 50

/** The fault of a number that is too short; `server/errors` says it in the reader's language. */
export const TOO_FEW_DIGITS = 'phone.too_few_digits'

const digits = (phone: string) => phone.match(/\p{Nd}/gu)?.length ?? 0

/** Earlier calls of exactly this number, however it is written. */
export const LookUpCaller = z.strictObject({
  programId: Id,
  phone: requiredName(TextLimit.phone).refine(phone => digits(phone) >= LOOKUP_DIGITS, TOO_FEW_DIGITS),
})
export type LookUpCaller = z.infer<typeof LookUpCaller>

/** One earlier call, and what became of it. */
export const CallerCall = z.strictObject({
  programId: z.uuid(),
  questionId: z.uuid(),
  number: z.int(),
  state: QuestionState,
  loggedAt: Moment,
  text: z.string(),
  caller: CallerView,
})
export type CallerCall = z.infer<typeof CallerCall>

/** The latest first. */
export const CallerCalls = z.strictObject({ calls: z.array(CallerCall) })
export type CallerCalls = z.infer<typeof CallerCalls>
