import { useMemo } from 'react'
import { fold } from '#protocol/folding.js'
import { SIMILAR_SHOWN, type SimilarQuestion } from '#protocol/similar.js'
import { useLiveState } from '../live/LiveProgram.js'
import type { StaffQuestion } from '#protocol/question.js'

/** At least this share of the words is the same. */
const ALIKE = 0.5

const wordsOf = (text: string) => new Set(fold(text).split(' ').filter(Boolean))

/** Questions of the programme that may ask the same as a text, likeliest first. */
export function useSimilar(text: string, phone?: string): { similar: SimilarQuestion[] } {
  const { questions } = useLiveState()
  return useMemo(() => {
    const asked = wordsOf(text)
    const similar = ([...questions.values()] as StaffQuestion[])
      .map(question => {
        const words = wordsOf(question.verbatim)
        const same = [...asked].filter(word => words.has(word)).length
        const samePhone = Boolean(phone) && question.caller?.phone?.typed === phone
        return { question, score: same / Math.max(1, asked.size, words.size), samePhone }
      })
      .filter(one => one.score >= ALIKE || one.samePhone)
      .toSorted((a, b) => b.score - a.score)
    return { similar: similar.slice(0, SIMILAR_SHOWN) }
  }, [questions, text, phone])
}
