import { useEffect, useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { StaffQuestion } from '#protocol/question.js'
import { useCommand } from '../commands/useCommand.js'
import { serverNow } from '../live/live-connection.js'
import { useConnection, useLiveState } from '../live/LiveProgram.js'
import { KEPT_MS } from '../ui/kept-entries.js'
import { useKept } from '../ui/kept.js'
import { useSession } from '../session/Session.js'
import { type AnswerDraft, type AnswerFields, fieldsOf, noteOf, seenOf } from './answer-draft.js'
import type { DeskQuestion } from './columns.js'

export type Answers = ReturnType<typeof useAnswers>

/** The answers that are being written down at this desk. Each is kept on this machine until the server has it. */
export function useAnswers() {
  const { account } = useSession()
  const connection = useConnection()
  const { programId, questions } = useLiveState()
  const command = useCommand()
  const [kept, put, latest] = useKept<Record<string, AnswerDraft>>(
    `answers:${account.id}:${programId}`,
    KEPT_MS,
  )
  const [opened, setOpened] = useState<{ id: string; at: string } | null>(null)
  const [sending, setSending] = useState(false)
  const drafts = kept ?? {}

  const question = opened ? (questions.get(opened.id) as DeskQuestion | undefined) : undefined
  const draft = question && drafts[question.id]
  /** The server's clock, for whoever presses a key now. */
  const now = () => new Date(serverNow(connection.current())).toISOString()

  function forget(...ids: string[]) {
    const rest = Object.entries(latest() ?? {}).filter(([id]) => !ids.includes(id))
    put(rest.length > 0 ? Object.fromEntries(rest) : null)
  }

  // A question that was diverted or wiped is erased here too.
  const gone = Object.keys(drafts).filter(id => !questions.has(id))
  const goneIds = gone.join()
  useEffect(() => {
    if (goneIds) forget(...goneIds.split(','))
  })

  function change(part: Partial<AnswerFields>) {
    if (!question || sending) return
    const before = latest()?.[question.id] ?? { seen: seenOf(question.answer) }
    put({ ...latest(), [question.id]: { ...before, ...part } })
  }

  /** Sends the open one; true when the server has it. What is refused stays as it was typed. */
  async function send(): Promise<boolean> {
    if (!question || sending) return false
    const ready = noteOf(fieldsOf(question, latest()?.[question.id], opened!.at))
    if (!('note' in ready)) return false
    setSending(true)
    try {
      const answer = await command<{ question: StaffQuestion }>('PUT', paths.answer(question.id), ready.note)
      if (!answer) return false
      forget(question.id)
      setOpened(null)
      return true
    } finally {
      setSending(false)
    }
  }

  return {
    /** The question whose form is open. */
    question,
    draft,
    fields: question && fieldsOf(question, draft, opened!.at),
    /** When it was opened, by the server's clock. */
    openedAt: opened?.at ?? '',
    /** Questions with something typed that was not sent. */
    unsent: Object.keys(drafts).filter(id => questions.has(id)),
    sending,
    now,
    open: (id: string) => setOpened({ id, at: now() }),
    close: () => setOpened(null),
    change,
    /** Goes on with what is typed over the answer that somebody else wrote meanwhile. */
    keepMine: () =>
      question && draft && put({ ...latest(), [question.id]: { ...draft, seen: seenOf(question.answer) } }),
    takeTheirs: () => question && forget(question.id),
    send,
  }
}
