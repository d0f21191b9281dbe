import type { Program } from '#protocol/program.js'
import type { DeskQuestion } from './columns.js'

/** How long an answer is taken to be before there was one. Milliseconds. */
export const FIRST_GUESS_MS = 210_000

/** What was on air for less than this was taken by mistake and says nothing of how long an answer is. Milliseconds. */
const LEAST_MS = 20_000

type Hour = Pick<Program, 'plannedStart' | 'plannedMinutes' | 'clockOffsetMs'>
type Answered = Pick<DeskQuestion, 'state' | 'answer' | 'onAirSince' | 'decidedAt'>

/** Time left in the programme at the server's `now`, in milliseconds; negative when it is over, null without a plan. */
export function timeLeft(program: Hour, now: number): number | null {
  if (!program.plannedStart) return null
  return Date.parse(program.plannedStart) + program.plannedMinutes * 60_000 - (now + program.clockOffsetMs)
}

/** How long a question was answered, in milliseconds: as written down, else as it was on air. 0: it was not. */
export function answerLength({ state, answer, onAirSince, decidedAt }: Answered): number {
  const from = answer?.startedAt ?? onAirSince
  const to = answer?.endedAt ?? (state === 'answered' ? decidedAt : null)
  return from && to ? Math.max(0, Date.parse(to) - Date.parse(from)) : 0
}

/** The median of the answers so far, the first guess counted as one of them: a single long answer does not mislead. */
export function usualAnswer(answered: readonly Answered[]): number {
  const lengths = [FIRST_GUESS_MS, ...answered.map(answerLength).filter(length => length >= LEAST_MS)]
  const sorted = lengths.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * About how many more questions the time left is enough for, beside what the one on air still needs.
 * `left` and `each` in milliseconds, `spent` on the present answer, null when nothing is on air.
 */
export function enoughFor(left: number, each: number, spent: number | null): number {
  const present = spent === null ? 0 : Math.max(0, each - spent)
  return Math.max(0, Math.round((left - present) / each))
}
