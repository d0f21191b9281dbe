import { useEffect, useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { StaffQuestion } from '#protocol/question.js'
import { useCommand } from '../commands/useCommand.js'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { useSession } from '../session/Session.js'
import { type Correction, changes, opened } from './correction.js'
import { KEPT_MS } from '../ui/kept-entries.js'
import { useKept } from '../ui/kept.js'

type Answer = { question: StaffQuestion }

/** One question at a time is open for correction at this desk. */
export function useCorrection() {
  const { account } = useSession()
  const { programId, questions } = useLiveState()
  const command = useCommand()
  const [kept, put, latest] = useKept<Correction>(`correction:${account.id}:${programId}`, KEPT_MS)
  const [sending, setSending] = useState(false)
  const question = kept ? (questions.get(kept.questionId) as DeskQuestion | undefined) : undefined

  // Diverted or wiped meanwhile, it is nobody's to read any more: it is erased here too.
  const gone = kept !== null && !question
  useEffect(() => {
    if (gone) put(null)
  }, [gone, put])

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
      const changed = changes(draft)
      let { version } = draft
      if (changed) {
        const correction = { version, ...changed }
        const answer = await command<Answer>('PATCH', paths.question(question.id), correction)
        if (!answer) return false
        version = answer.question.version
        put({ ...draft, before: opened(answer.question).before, version })
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
    correction: question ? kept : null,
    question,
    open: (one: DeskQuestion) => put(opened(one)),
    close: () => put(null),
    change,
    send,
    sending,
  }
}
