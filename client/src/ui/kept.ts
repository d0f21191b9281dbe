import { useCallback, useRef, useState } from 'react'

/**
 * State that is also kept in this browser under a key, so that a reload loses nothing typed. The third of the
 * answer reads it as it is this moment, for commands that must not see an older render. Null removes it.
 */
export function useKept<Value>(
  key: string,
): [Value | null, (next: Value | null) => void, () => Value | null] {
  const [value, setValue] = useState(() => read<Value>(key))
  const latest = useRef(value)
  const put = useCallback(
    (next: Value | null) => {
      latest.current = next
      setValue(next)
      keep(key, next)
    },
    [key],
  )
  return [value, put, useCallback(() => latest.current, [])]
}

function read<Value>(key: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Value | null
  } catch {
    return null
  }
}

/** A full or forbidden store must not stop anybody from typing. */
function keep(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    return
  }
}
