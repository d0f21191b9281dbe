import type { AnswerView, NoteAnswer, QuestionState } from '#protocol/question.js'
import { dayOf, momentOn, shownDay, typedDay, typedTime } from '../text/days.js'
import { clockTime } from '../text/times.js'
import type { DeskQuestion } from './columns.js'

/** An answer as its form shows it: times and days as they are typed. */
export type AnswerFields = {
  speakerIds: string[]
  /** The day on which it was given, in the zone of the station. */
  day: string
  started: string
  ended: string
  said: string
  promise: string
  by: string
}

/** What was typed and not sent yet. What nobody touched follows the question. */
export type AnswerDraft = Partial<AnswerFields> & {
  /** The answer that the server had when the first of it was typed. */
  seen: string
}

const ANSWERABLE: ReadonlySet<QuestionState> = new Set(['on_air', 'answered', 'follow_up'])
const ON_AIR_PHASES: ReadonlySet<string> = new Set(['live', 'paused', 'ended'])

/** Whether an answer may be written down for a question in this state and phase. */
export const isAnswerable = ({ state }: Pick<DeskQuestion, 'state'>, phase: string) =>
  ANSWERABLE.has(state) && ON_AIR_PHASES.has(phase)

export const seenOf = (answer: AnswerView | null) => JSON.stringify(answer)

/** What the form shows: the draft over the answer as it is, or over what the air itself tells. `now` is a moment. */
export function fieldsOf(question: DeskQuestion, draft: AnswerDraft | undefined, now: string): AnswerFields {
  const { answer, onAirSince, decidedAt, leadSpeakerId } = question
  const over = question.state === 'answered' && onAirSince !== null ? decidedAt : null
  const startedAt = answer?.startedAt ?? onAirSince
  const endedAt = answer?.endedAt ?? over
  return {
    speakerIds: answer?.speakerIds ?? (leadSpeakerId ? [leadSpeakerId] : []),
    day: dayOf(startedAt ?? now),
    started: startedAt ? clockTime(startedAt) : '',
    ended: endedAt ? clockTime(endedAt) : '',
    said: answer?.said ?? '',
    promise: answer?.promise?.what ?? '',
    by: answer?.promise ? shownDay(answer.promise.by) : '',
    ...draft,
  }
}

/** Whether somebody else wrote the answer down while this draft was typed. */
export const changedMeanwhile = (question: DeskQuestion, draft: AnswerDraft | undefined) =>
  draft !== undefined && draft.seen !== seenOf(question.answer)

export type AnswerFault = 'time' | 'beforeStart' | 'day' | 'dayNeeded' | 'promiseNeeded'
export type AnswerFaults = Partial<Record<'started' | 'ended' | 'promise' | 'by', AnswerFault>>

/** An end that the clock shows before the start is after midnight; an answer this long is a slip of the key. */
const LONGEST_MS = 6 * 3600_000
const DAY_MS = 24 * 3600_000

/** The answer as it goes up, or what is wrong with which field. */
export function noteOf(fields: AnswerFields): { note: Omit<NoteAnswer, 'id'> } | { faults: AnswerFaults } {
  const faults: AnswerFaults = {}
  const started = typedTime(fields.started)
  if (!started) faults.started = 'time'
  const ended = typedTime(fields.ended)
  if (!ended && fields.ended.trim() !== '') faults.ended = 'time'
  const startedAt = momentOn(fields.day, started ?? '00:00:00')
  const endedAt = ended ? after(startedAt, momentOn(fields.day, ended)) : null
  if (started && endedAt && endedAt.getTime() - startedAt.getTime() > LONGEST_MS) faults.ended = 'beforeStart'
  const what = fields.promise.trim()
  const by = typedDay(fields.by)
  if (!by && fields.by.trim() !== '') faults.by = 'day'
  else if (what && !by) faults.by = 'dayNeeded'
  else if (by && !what) faults.promise = 'promiseNeeded'
  if (Object.keys(faults).length > 0) return { faults }
  const said = fields.said.trim()
  return {
    note: {
      speakerIds: fields.speakerIds,
      startedAt: startedAt.toISOString(),
      ...(endedAt && { endedAt: endedAt.toISOString() }),
      ...(said && { said }),
      ...(what && by && { promise: { what, by } }),
    },
  }
}

const after = (start: Date, end: Date) => (end < start ? new Date(end.getTime() + DAY_MS) : end)

/** Whether the promise's day is over already: worth a warning, never a refusal. `today` is 2026-11-21. */
export const isOver = (fields: AnswerFields, today: string) => (typedDay(fields.by) ?? today) < today
