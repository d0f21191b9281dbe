import { useEffect, useMemo, useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { CallerCall, CallerCalls } from '#protocol/caller-lookup.js'
import { useLive, useLiveState } from '../live/LiveProgram.js'
import { Inquiry } from '../questions/inquiry.js'
import { Refused, askServer } from '../session/ask-server.js'
import { type EarlierCall, callsNow, lookedUp, toLookUp } from './earlier-calls.js'

type Found = { phone: string; calls: CallerCall[]; tooMany: boolean }

/** Earlier calls of the number that is being typed, the latest first, as they stand now; `left` when the field was left. */
export function useEarlierCalls(phone: string, left: boolean): { calls: EarlierCall[]; tooMany: boolean } {
  const state = useLiveState()
  const { programId } = state
  const synced = useLive().link.state === 'synced'
  const [found, setFound] = useState<Found>()
  const inquiry = useMemo(
    () =>
      new Inquiry<string, CallerCalls>(
        (asked, signal) => askServer('POST', paths.callerLookup, { programId, phone: asked }, signal),
        ({ calls }, asked) => setFound({ phone: asked, calls, tooMany: false }),
        (error, asked) => {
          const tooMany = error instanceof Refused && error.code === 'access.too_many'
          setFound({ phone: asked, calls: [], tooMany })
        },
      ),
    [programId],
  )
  const number = lookedUp(phone)
  const known = found?.phone === number
  const wanted = toLookUp(phone, left) && synced && !known

  useEffect(() => {
    if (wanted) inquiry.want(number)
    else inquiry.stop()
  }, [wanted, number, inquiry])
  useEffect(() => () => inquiry.stop(), [inquiry])

  // Nothing that was found for one number is shown beside another.
  const calls = useMemo(() => (known ? callsNow(found.calls, state) : []), [known, found, state])
  return { calls, tooMany: known && found.tooMany }
}
