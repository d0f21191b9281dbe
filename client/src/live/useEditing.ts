import { useEffect, useMemo, useState } from 'react'
import { Event, type SamePhone } from '#protocol/live.js'
import { useSession } from '../session/Session.js'
import { type LiveSource, useConnection, useLive, useLiveState } from './LiveProgram.js'

type Answer = { ok: boolean; samePhone?: SamePhone[] }
type Mark = { questionId: string | null; phone: string | undefined }

/** What the parts of one page have open, the latest last: its socket says one question and one number for all. */
const marks = new WeakMap<LiveSource, Set<Mark>>()

function say(connection: LiveSource, open: ReadonlySet<Mark>): Promise<SamePhone[]> {
  const all = [...open]
  const questionId = all.findLast(mark => mark.questionId)?.questionId ?? null
  const phone = all.findLast(mark => mark.phone)?.phone
  // Whether the others hear of it changes nothing here.
  return connection.say(Event.editing, { questionId, ...(phone && { phone }) }).then(
    answer => (answer as Answer).samePhone ?? [],
    () => [],
  )
}

/**
 * Tells the other desks which question is open here, and whose number is on the line; said again when the line was
 * away. Answers with the colleagues who have that very number on their line now.
 */
export function useEditing(questionId: string | null, phone?: string): SamePhone[] {
  const connection = useConnection()
  const synced = useLive().link.state === 'synced'
  const [samePhone, setSamePhone] = useState<SamePhone[]>([])
  useEffect(() => {
    if (!synced || (!questionId && !phone)) return
    const mark = { questionId, phone }
    const open = marks.get(connection) ?? new Set()
    marks.set(connection, open.add(mark))
    let latest = true
    void say(connection, open).then(others => latest && phone && setSamePhone(others))
    return () => {
      latest = false
      setSamePhone([])
      open.delete(mark)
      void say(connection, open)
    }
  }, [connection, synced, questionId, phone])
  return samePhone
}

/** Which question a colleague has open, and who: names by question. */
export function useEditors(): ReadonlyMap<string, string> {
  const { people } = useLiveState()
  const { account } = useSession()
  return useMemo(() => {
    const editors = new Map<string, string>()
    for (const { accountId, name, editing } of people) {
      if (!editing || accountId === account.id) continue
      const known = editors.get(editing)
      editors.set(editing, known ? `${known}, ${name}` : name)
    }
    return editors
  }, [people, account.id])
}
