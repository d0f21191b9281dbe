import type { Program } from '#protocol/program.js'
import type { MoveName, QuestionState } from '#protocol/question.js'
import type { DeskQuestion } from './columns.js'

const UNDECIDED: ReadonlySet<QuestionState> = new Set(['pending', 'returned', 'approved', 'on_air'])

/** What must be decided before the books are closed, by number: what arrives meanwhile comes last. */
export const undecided = (questions: readonly DeskQuestion[]) =>
  questions.filter(({ state }) => UNDECIDED.has(state)).toSorted((a, b) => a.number - b.number)

/** The moves by which a question is put away at the end; the first is what is done unless something else is chosen. */
export const LAST_MOVES = ['defer', 'advise', 'reject'] as const satisfies MoveName[]
export type LastMove = (typeof LAST_MOVES)[number]

/** What was chosen for one question. */
export type Choice = { move: LastMove; agencyId: string; reasonCode: string; reasonText: string }

/** Answered later by the agency it was logged for, until something else is chosen. */
export const chosenFor = (
  question: DeskQuestion,
  { reasons }: Pick<Program, 'reasons'>,
  part: Partial<Choice> = {},
): Choice => ({
  move: 'defer',
  agencyId: question.agencyId ?? '',
  reasonCode: reasons.find(({ code, retiredAt }) => code && !retiredAt)?.code ?? 'other',
  reasonText: '',
  ...part,
})

/** A reason of one's own has words. */
export const isComplete = ({ move, reasonCode, reasonText }: Choice) =>
  move !== 'reject' || reasonCode !== 'other' || reasonText.trim() !== ''

/** The move that was chosen, as the server is told it. */
export function lastMove({ move, agencyId, reasonCode, reasonText }: Choice) {
  if (move === 'defer') return { move, ...(agencyId && { agencyId }) } as const
  if (move === 'advise') return { move } as const
  const text = reasonText.trim()
  return { move, reason: { code: reasonCode, ...(text && { text }) } } as const
}
