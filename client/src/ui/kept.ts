import { useCallback, useRef, useState } from 'react'
import { type EntryStore, forgetOld, keepEntry, readEntry } from './kept-entries.js'

/** None where the browser forbids it. */
function browserStore(): EntryStore | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/**
 * State that is also kept in this browser under a key, so that a reload loses nothing typed, for `lasts` milliseconds
 * since it was last touched. The third of the answer reads it as it is this moment, for commands that must not see an
 * older render. Null removes it.
 */
export function useKept<Value>(
  key: string,
  lasts: number,
): [Value | null, (next: Value | null) => void, () => Value | null] {
  const [value, setValue] = useState(() => {
    forgetOld(browserStore(), key, lasts, Date.now())
    return readEntry<Value>(browserStore(), key)
  })
  const latest = useRef(value)
  const put = useCallback(
    (next: Value | null) => {
      latest.current = next
      setValue(next)
      keepEntry(browserStore(), key, next, Date.now())
    },
    [key],
  )
  return [value, put, useCallback(() => latest.current, [])]
}
