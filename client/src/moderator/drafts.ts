import { useCallback, useState } from 'react'
import type { DeskQuestion } from '../questions/columns.js'

/** What a moderator has typed or chosen for a question and not sent yet. */
export type Draft = Partial<{
  wording: string
  leadSpeakerId: string
  supportingSpeakerIds: string[]
  topicId: string
}>

// Outlives the card and the session's end, in the memory of this page only: nothing of a caller is left on the disk.
const drafts = new Map<string, Draft>()

/** The draft of a question: what is typed stays until it is sent, also when the card was closed in between. */
export function useDraft(questionId: string) {
  const [draft, setDraft] = useState<Draft>(() => drafts.get(questionId) ?? {})
  const change = useCallback(
    (part: Draft) =>
      setDraft(known => {
        const next = { ...known, ...part }
        drafts.set(questionId, next)
        return next
      }),
    [questionId],
  )
  return { draft, change }
}

export const forgetDraft = (questionId: string) => drafts.delete(questionId)

/** A question that was diverted is erased everywhere, here too. */
export function forgetErased(questions: ReadonlyMap<string, unknown>): void {
  for (const questionId of drafts.keys()) if (!questions.has(questionId)) drafts.delete(questionId)
}

/** What a card shows: the draft over the question as it is. */
export const drafted = (question: DeskQuestion, draft: Draft) => ({
  wording: draft.wording ?? question.wording ?? question.verbatim ?? '',
  leadSpeakerId: draft.leadSpeakerId ?? question.leadSpeakerId,
  supportingSpeakerIds: draft.supportingSpeakerIds ?? question.supportingSpeakerIds,
  topicId: draft.topicId ?? question.topicId,
})
