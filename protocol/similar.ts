import { z } from 'zod'
import { StaffQuestion } from './question.js'
import { TextLimit, optionalName, optionalText } from './text.js'

/** At most this many likely duplicates are shown. */
export const SIMILAR_SHOWN = 5

/** What is being typed, at any moment of it: an empty text finds by phone alone, nothing at all finds nothing. */
export const FindSimilar = z.strictObject({
  text: optionalText(TextLimit.verbatim),
  phone: optionalName(TextLimit.phone),
})
export type FindSimilar = z.infer<typeof FindSimilar>

/** An earlier question of the programme that may be the same; `score` is between 0 and 1. */
export const SimilarQuestion = z.strictObject({
  question: StaffQuestion,
  score: z.number().min(0).max(1),
  samePhone: z.boolean(),
})
export type SimilarQuestion = z.infer<typeof SimilarQuestion>

/** The likeliest first; the same phone's before all others. */
export const SimilarQuestions = z.strictObject({ similar: z.array(SimilarQuestion).max(SIMILAR_SHOWN) })
export type SimilarQuestions = z.infer<typeof SimilarQuestions>
