import { useCallback, useEffect, useRef } from 'react'
import { useConnection } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { useSession } from '../session/Session.js'

/** A person who presses a key decided to before this. Milliseconds. */
const REACTION_MS = 1000

/**
 * Answers, at the press of a key, with the number of the question that somebody else has just replaced or corrected
 * in this place: the hand may have meant that one.
 */
export function useReplaced(question: DeskQuestion | undefined): () => number | undefined {
  const connection = useConnection()
  const { account } = useSession()
  const { id, version, number } = question ?? {}
  const shown = useRef<{
    id?: string | undefined
    version?: number | undefined
    number?: number | undefined
  }>({})
  const replaced = useRef({ number: undefined as number | undefined, at: -Infinity })
  useEffect(() => {
    const before = shown.current
    shown.current = { id, version, number }
    if (before.id === undefined || (before.id === id && before.version === version)) return
    const byMe = connection.current().data?.cause?.by?.id === account.id
    replaced.current = byMe
      ? { number: undefined, at: -Infinity }
      : { number: before.number, at: performance.now() }
  }, [connection, account.id, id, version, number])
  return useCallback(() => {
    const { number: was, at } = replaced.current
    return performance.now() - at < REACTION_MS ? was : undefined
  }, [])
}
