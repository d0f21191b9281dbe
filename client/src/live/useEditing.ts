import { useEffect, useMemo, useState } from 'react'
import { Event, type SamePhone } from '#protocol/live.js'
import { useSession } from '../session/Session.js'
import { useConnection, useLive, useLiveState } from './LiveProgram.js'

type Answer = { ok: boolean; samePhone?: SamePhone[] }

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
    let latest = true
    // Whether the others hear of it changes nothing here.
    const say = (payload: { questionId: string | null; phone?: string }) =>
      connection.say(Event.editing, payload).then(
        answer => latest && setSamePhone((answer as Answer).samePhone ?? []),
        () => undefined,
      )
    void say({ questionId, ...(phone && { phone }) })
    return () => {
      latest = false
      setSamePhone([])
      void say({ questionId: null })
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
