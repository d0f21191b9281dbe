import type { QuestionState } from '#protocol/question.js'
import type { DeskQuestion } from './columns.js'

/** What became of a question, as the tables of fairness count it. */
export const OUTCOMES = ['waiting', 'approved', 'answered', 'later', 'rejected', 'advised'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type Tally = { key: string | null; logged: number } & Record<Outcome, number>

const OUTCOME: Record<QuestionState, Outcome | null> = {
  pending: 'waiting',
  returned: 'waiting',
  approved: 'approved',
  on_air: 'approved',
  answered: 'answered',
  follow_up: 'later',
  rejected: 'rejected',
  advised: 'advised',
  // What becomes of the lead becomes of them; a diverted one is on no desk.
  merged: null,
  diverted: null,
}

type Questions = ReadonlyMap<string, DeskQuestion>

/** What became of a question: of a merged one, what became of the one it was merged into. */
export function outcomeOf(question: DeskQuestion, questions: Questions): Outcome | null {
  const lead = question.mergedIntoId === null ? undefined : questions.get(question.mergedIntoId)
  return OUTCOME[question.state] ?? (lead ? OUTCOME[lead.state] : null)
}

/** Counts questions by a key of theirs, the most first; what has none comes last. */
export function tallied(
  questions: Questions,
  keyOf: (question: DeskQuestion) => string | null | undefined,
): Tally[] {
  const tallies = new Map<string | null, Tally>()
  for (const question of questions.values()) {
    const outcome = outcomeOf(question, questions)
    if (!outcome) continue
    const key = keyOf(question) ?? null
    const tally = tallies.get(key) ?? empty(key)
    tally.logged += 1
    tally[outcome] += 1
    tallies.set(key, tally)
  }
  return [...tallies.values()].toSorted(
    (a, b) => Number(a.key === null) - Number(b.key === null) || b.logged - a.logged,
  )
}

const empty = (key: string | null): Tally => ({
  key,
  logged: 0,
  waiting: 0,
  approved: 0,
  answered: 0,
  later: 0,
  rejected: 0,
  advised: 0,
})

/** The register of rejections, in the order in which they were decided. */
export const rejections = (questions: Questions) =>
  [...questions.values()]
    .filter(({ state }) => state === 'rejected')
    .toSorted((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? -1 : 1))
