import { useEffect } from 'react'
import { Event } from '#protocol/live.js'
import { useConnection, useLive } from '../live/LiveProgram.js'

/** Lets the other desks see what is open here; said again when the line was away. */
export function useEditing(questionId: string | null, phone?: string): void {
  const connection = useConnection()
  const synced = useLive().link.state === 'synced'
  useEffect(() => {
    if (!synced || !questionId) return
    const say = (payload: { questionId: string | null; phone?: string }) =>
      void connection.say(Event.editing, payload).catch(() => undefined)
    say({ questionId, ...(phone && { phone }) })
    return () => say({ questionId: null })
  }, [connection, synced, questionId, phone])
}
