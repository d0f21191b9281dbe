import { LOOKUP_DIGITS } from '#protocol/caller-lookup.js'
import { fold } from '#protocol/folding.js'
import { digitsOf } from '#protocol/private-numbers.js'
import type { QuestionState } from '#protocol/question.js'
import type { FindSimilar, SimilarQuestion } from '#protocol/similar.js'
import { TextLimit } from '#protocol/text.js'
import { fitting, tooMany, wireName, wireText } from '../text/wire-text.js'
import type { LiveState } from '../live/live-state.js'
import type { DeskQuestion } from './columns.js'

/** Fewest words, and fewest letters of them, that say anything. */
const WORDS = 2
const LETTERS = 6

/** What may find an earlier question: enough of a text, or a number that can be somebody's; null when neither is there. */
export function worthAsking(typed: string, typedPhone: string): FindSimilar | null {
  const [text, phone] = [fitting(wireText(typed), TextLimit.verbatim), wireName(typedPhone)]
  const words = fold(text).split(' ').filter(Boolean)
  const says = words.length >= WORDS && words.join('').length >= LETTERS
  const calls = digitsOf(phone).length >= LOOKUP_DIGITS && !tooMany(phone, TextLimit.phone)
  if (!says && !calls) return null
  return { ...(says && { text }), ...(calls && { phone }) }
}

const JOINABLE: ReadonlySet<QuestionState> = new Set([
  'pending',
  'returned',
  'approved',
  'on_air',
  'answered',
  'follow_up',
])

/** What was found, without its words: a question that is erased meanwhile is kept nowhere. */
export type Found = Pick<SimilarQuestion, 'score' | 'samePhone'> & { question: { id: string } }

export const withoutWords = ({ question: { id }, score, samePhone }: SimilarQuestion): Found => ({
  question: { id },
  score,
  samePhone,
})

/** An earlier question as it is this moment. */
export type Similar = {
  question: DeskQuestion
  /** What a caller would be joined to: the question itself, or the one that it was merged into. */
  lead: DeskQuestion
  joinable: boolean
  /** Between 0 and 1. */
  score: number
  samePhone: boolean
}

/**
 * What was found, as it stands in the live store: what has left it is not shown, and of those that were merged only the
 * likeliest. A question is not similar to itself, nor to who was joined to it.
 */
export function similarNow(
  found: readonly Found[],
  questions: LiveState['questions'],
  exceptId?: string,
): Similar[] {
  const leads = new Set(exceptId ? [exceptId] : [])
  return found.flatMap(({ question: { id }, score, samePhone }) => {
    const question = questions.get(id) as DeskQuestion | undefined
    const lead = question?.mergedIntoId ? (questions.get(question.mergedIntoId) as DeskQuestion) : question
    if (!question || !lead || id === exceptId || leads.has(lead.id)) return []
    leads.add(lead.id)
    return [{ question, lead, joinable: JOINABLE.has(lead.state), score, samePhone }]
  })
}
