const KEY = 'signed-in'

/** Whose session this browser has, by what its windows know: they share one cookie, and so does whatever they send. */
export const hintedAccount = (): string | null => localStorage.getItem(KEY)

export function hintAccount(accountId: string | null): void {
  if (accountId === null) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, accountId)
}

/** Hears when another window signs in or out. */
export function onHint(hear: (accountId: string | null) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === KEY) hear(event.newValue)
  }
  window.addEventListener('storage', listen)
  return () => window.removeEventListener('storage', listen)
}
