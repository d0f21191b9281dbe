import { type ReactNode, createContext, useContext, useEffect, useState } from 'react'
import { serverNow } from '../live/live-connection.js'
import { useConnection } from '../live/LiveProgram.js'
import { span } from '../text/times.js'

const NowContext = createContext(0)

/** One tick a second for all the ages of a desk: hundreds of cards do not keep hundreds of timers. */
export function ServerClock({ children }: { children: ReactNode }) {
  const connection = useConnection()
  const [now, setNow] = useState(() => serverNow(connection.current()))
  useEffect(() => {
    const tick = () => setNow(serverNow(connection.current()))
    const timer = setInterval(tick, 1000)
    tick()
    return () => clearInterval(timer)
  }, [connection])
  return <NowContext value={now}>{children}</NowContext>
}

export const useNow = () => useContext(NowContext)

/** How long since a moment, counting. */
export function Since({ moment }: { moment: string }) {
  return <>{span(useNow() - Date.parse(moment))}</>
}
