import { useCallback, useEffect, useState } from 'react'
import { askServer } from '../session/ask-server.js'

/** What an address answers; asked again when it changes, or by `reload`. What was there stays until then. */
export function useFetched<Answer>(path: string) {
  const [answer, setAnswer] = useState<Answer>()
  const [refusal, setRefusal] = useState('')
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const asking = new AbortController()
    askServer<Answer>('GET', path, undefined, asking.signal).then(
      found => {
        setAnswer(found)
        setRefusal('')
      },
      (error: Error) => !asking.signal.aborted && setRefusal(error.message),
    )
    return () => asking.abort()
  }, [path, turn])
  const reload = useCallback(() => setTurn(before => before + 1), [])
  return { answer, refusal, reload, set: setAnswer }
}
