import { useCallback, useMemo, useState } from 'react'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { useSession } from '../session/Session.js'
import { type Draft, Drafts, type KeptDraft } from './drafts.js'

const opened = new Map<string, Drafts>()

/** One set of drafts for the page, so that all who read them read the same. */
export function useDrafts(): Drafts {
  const { account } = useSession()
  const { programId } = useLiveState()
  return useMemo(() => {
    const key = `${account.id} ${programId}`
    const drafts = opened.get(key) ?? new Drafts(localStorage, account.id, programId)
    opened.set(key, drafts)
    return drafts
  }, [account.id, programId])
}

/** The draft of a question: what is typed stays until it is sent, also when the card or the page was closed. */
export function useDraft(question: DeskQuestion) {
  const drafts = useDrafts()
  const { id, version } = question
  const [draft, setDraft] = useState<KeptDraft>(() => drafts.of(id))
  const put = useCallback(
    (next: KeptDraft | null) => {
      setDraft(next ?? {})
      if (next) drafts.keep(id, next)
      else drafts.forget(id)
    },
    [drafts, id],
  )
  const change = useCallback(
    (part: Draft) => {
      const known = drafts.of(id)
      put({ ...known, version: known.version ?? version, ...part })
    },
    [drafts, id, version, put],
  )
  /** What is typed now stands over this version of the question. */
  const rebase = useCallback(() => {
    const known = drafts.of(id)
    // What was sent meanwhile is gone from the store first, and must not come back.
    put(known.version === undefined ? null : { ...known, version })
  }, [drafts, id, version, put])
  const drop = useCallback(
    (part: keyof Draft) => {
      const { [part]: _dropped, version: _over, at: _at, ...rest } = drafts.of(id)
      put(Object.keys(rest).length > 0 ? { ...rest, version } : null)
    },
    [drafts, id, version, put],
  )
  const forget = useCallback(() => put(null), [put])
  return { draft, change, rebase, drop, forget }
}
