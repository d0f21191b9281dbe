import { type ReactNode, createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useSession } from '../../session/Session.js'
import { Outbox } from './outbox.js'
import type { View } from './shelf.js'

const OutboxContext = createContext<Outbox | null>(null)

/** Holds the outbox of whoever is signed in: it sends on whatever page is open. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const { account } = useSession()
  const [outbox, setOutbox] = useState<Outbox>()
  useEffect(() => {
    const opened = new Outbox(account.id)
    setOutbox(opened)
    return () => opened.close()
  }, [account.id])
  return outbox && <OutboxContext value={outbox}>{children}</OutboxContext>
}

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext)
  if (!outbox) throw new Error('there is no outbox here')
  return outbox
}

/** What lies in it, as it changes. */
export function useUnsent(): View {
  const { shelf } = useOutbox()
  return useSyncExternalStore(shelf.subscribe, shelf.current)
}
