import { useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { StaffQuestion } from '#protocol/question.js'
import { useCommand } from '../commands/useCommand.js'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { useSession } from '../session/Session.js'
import { type CallerDraft, callerDraft, callerInput } from './caller.js'
import { useKept } from './kept.js'

/** A question opened for correction, as it is kept on this machine until it is sent or closed. */
export type Correction = { questionId: string; version: number; verbatim: string; caller: CallerDraft }
type Answer = { question: StaffQuestion }

const opened = (question: DeskQuestion): Correction => ({
  questionId: question.id,
  version: question.version,
  verbatim: question.verbatim ?? '',
  caller: callerDraft(question.caller),
})

export const correctable = ({ state }: DeskQuestion) => state === 'returned' || state === 'pending'

/** One question at a time is open for correction at this desk. */
export function useCorrection() {
  const { account } = useSession()
  const { programId, questions } = useLiveState()
  const command = useCommand()
  const [correction, put, latest] = useKept<Correction>(`correction:${account.id}:${programId}`)
  const [sending, setSending] = useState(false)
  // Diverted meanwhile, it is nobody's to read any more.
  const question = correction ? (questions.get(correction.questionId) as DeskQuestion | undefined) : undefined

  function change(part: Partial<Correction>) {
    const now = latest()
    if (now && !sending) put({ ...now, ...part })
  }

  /** Corrects what was changed, and sends a returned one back for decision. True when the server has it all. */
  async function send(): Promise<boolean> {
    const draft = latest()
    if (!draft || !question || sending) return false
    setSending(true)
    try {
      const before = opened(question)
      const changed =
        draft.verbatim !== before.verbatim || JSON.stringify(draft.caller) !== JSON.stringify(before.caller)
      let { version } = draft
      if (changed) {
        const { verbatim } = draft
        const caller = callerInput(draft.caller) ?? null
        const answer = await command<Answer>('PATCH', paths.question(question.id), {
          version,
          verbatim,
          caller,
        })
        if (!answer) return false
        version = answer.question.version
        put({ ...draft, version })
      }
      if (question.state === 'returned') {
        const move = { move: 'resubmit', version }
        if (!(await command<Answer>('POST', paths.moves(question.id), move))) return false
      }
      put(null)
      return true
    } finally {
      setSending(false)
    }
  }

  return {
    correction: question ? correction : null,
    question,
    open: (one: DeskQuestion) => put(opened(one)),
    close: () => put(null),
    change,
    send,
    sending,
  }
}
