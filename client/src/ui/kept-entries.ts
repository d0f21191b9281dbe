/** What was typed about a caller and not touched for so long leaves the machine. Milliseconds. */
export const KEPT_MS = 7 * 24 * 3600_000

export type EntryStore = {
  getItem: (key: string) => string | null
  setItem: (key: string, text: string) => void
  removeItem: (key: string) => void
}
type Entry<Value> = { at: number; value: Value }

export const readEntry = <Value>(store: EntryStore | undefined, key: string): Value | null =>
  entryOf<Value>(store, key)?.value ?? null

/** Null removes it. A full store must not stop anybody from typing. */
export function keepEntry(store: EntryStore | undefined, key: string, value: unknown, now: number): void {
  try {
    if (value === null) store?.removeItem(key)
    else store?.setItem(key, JSON.stringify({ at: now, value }))
  } catch {
    return
  }
}

/**
 * Removes what was not touched for `lasts` milliseconds, or cannot tell when it was, whosever it is: all whose keys begin
 * as this one does ("correction:" of "correction:<account>:<programme>").
 */
export function forgetOld(store: EntryStore | undefined, like: string, lasts: number, now: number): void {
  // A key of no family is its own: what else lies in the store (who is signed in, which screen this is) is not ours.
  const family = like.slice(0, like.indexOf(':') + 1) || like
  for (const key of Object.keys(store ?? {}).filter(one => one.startsWith(family))) {
    const at = entryOf(store, key)?.at
    if (at === undefined || now - at > lasts) store?.removeItem(key)
  }
}

function entryOf<Value>(store: EntryStore | undefined, key: string): Entry<Value> | null {
  try {
    return JSON.parse(store?.getItem(key) ?? 'null') as Entry<Value> | null
  } catch {
    return null
  }
}
