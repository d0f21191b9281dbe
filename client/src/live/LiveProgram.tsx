import { type ReactNode, createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { signedOut } from '../session/ask-server.js'
import { type Live, LiveConnection, type Who } from './live-connection.js'
import type { LiveState } from './live-state.js'

/** What a component needs of the connection: a picture of another screen brings one of its own. */
export type LiveSource = Pick<LiveConnection, 'subscribe' | 'current' | 'say'>

const ConnectionContext = createContext<LiveSource | null>(null)

/** What is inside sees this instead of the page's own connection. */
export const LiveFrom = ({ source, children }: { source: LiveSource; children: ReactNode }) => (
  <ConnectionContext value={source}>{children}</ConnectionContext>
)

/** Holds the one connection of a page; what is inside sees the programme live. */
export function LiveProgram({ who, children }: { who: Who; children: ReactNode }) {
  const [connection, setConnection] = useState<LiveConnection>()
  // Another programme or another screen is another connection; nothing else is.
  const key = JSON.stringify(who)

  useEffect(() => {
    const opened = new LiveConnection(JSON.parse(key) as Who)
    setConnection(opened)
    const stop = opened.subscribe(() => {
      const { link } = opened.current()
      if (link.state === 'refused' && link.code === 'access.signed_out') signedOut()
    })
    return () => {
      stop()
      opened.close()
    }
  }, [key])

  return connection && <ConnectionContext value={connection}>{children}</ConnectionContext>
}

export function useConnection(): LiveSource {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('there is no live programme here')
  return connection
}

/** The link, the clock and, once joined, the programme. */
export function useLive(): Live {
  const connection = useConnection()
  return useSyncExternalStore(connection.subscribe, connection.current)
}

/** The programme itself, where it is known to be there. */
export function useLiveState(): LiveState {
  const { data } = useLive()
  if (!data) throw new Error('the programme is not joined yet')
  return data
}

/** The server's clock, moving by itself once a second. Milliseconds since 1970. */
export function useServerNow(): number {
  const { serverSince } = useLive()
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return serverSince + now
}
