import { useEffect, useMemo } from 'react'
import { Event } from '#protocol/live.js'
import { useConnection, useLive, useLiveState } from '../live/LiveProgram.js'
import { useSession } from '../session/Session.js'

/** Tells the others which card is open here, again after each reconnection; answers with who has which one open. */
export function useEditing(openId: string | null): ReadonlyMap<string, string> {
  const connection = useConnection()
  const { link } = useLive()
  const { people } = useLiveState()
  const { account } = useSession()
  const synced = link.state === 'synced'

  useEffect(() => {
    if (!synced || !openId) return
    // Whether the others hear of it changes nothing here.
    const say = (questionId: string | null) => connection.say(Event.editing, { questionId }).catch(() => null)
    void say(openId)
    return () => void say(null)
  }, [connection, synced, openId])

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
