import type { ProducerQuestion, QuestionState, StaffQuestion } from '#protocol/question.js'
import type { LiveState } from '../live/live-state.js'

/** A question as a desk has it: a producer's lacks the caller, the words as logged and the note. */
export type DeskQuestion = ProducerQuestion & Partial<StaffQuestion>

export const all = (state: LiveState) => [...state.questions.values()] as DeskQuestion[]

const PRIORITY = { urgent: 0, high: 1, normal: 2 }

/** What waits for a decision: urgent first, then in the order of the calls. */
export const waiting = (state: LiveState) =>
  all(state)
    .filter(question => question.state === 'pending')
    .toSorted((a, b) => PRIORITY[a.priority] - PRIORITY[b.priority] || a.number - b.number)

/** The running order. Compared by code unit, as the wire says. */
export const approved = (state: LiveState) =>
  all(state)
    .filter(question => question.state === 'approved')
    .toSorted((a, b) => (a.order! < b.order! ? -1 : 1))

export const onAir = (state: LiveState) => all(state).find(question => question.state === 'on_air')

const DONE: ReadonlySet<QuestionState> = new Set([
  'answered',
  'follow_up',
  'merged',
  'rejected',
  'advised',
  'returned',
])

/** What was dealt with, the latest first. */
export const done = (state: LiveState) =>
  all(state)
    .filter(question => DONE.has(question.state))
    .toSorted((a, b) => ((a.decidedAt ?? a.loggedAt) < (b.decidedAt ?? b.loggedAt) ? 1 : -1))

/** What a question says where it is listed: its wording, else the words as logged. */
export const textOf = (question: DeskQuestion) => question.wording ?? question.verbatim ?? ''
