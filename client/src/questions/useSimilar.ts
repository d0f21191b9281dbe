import { useEffect, useMemo, useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { FindSimilar, SimilarQuestions } from '#protocol/similar.js'
import { useLive, useLiveState } from '../live/LiveProgram.js'
import { askServer } from '../session/ask-server.js'
import { Inquiry } from './inquiry.js'
import { type Found, type Similar, similarNow, withoutWords, worthAsking } from './similar.js'

/**
 * The earlier questions of the programme most like what is being typed, or like the question `exceptId`; the likeliest
 * first. The last answer stays until the next, also while the line is away. Null until there is one.
 */
export function useSimilar(text: string, phone = '', exceptId?: string): Similar[] | null {
  const { programId, questions } = useLiveState()
  const synced = useLive().link.state === 'synced'
  const [found, setFound] = useState<Found[] | null>(null)
  const inquiry = useMemo(
    () =>
      new Inquiry<FindSimilar, SimilarQuestions>(
        (asked, signal) => askServer('POST', paths.similar(programId), asked, signal),
        ({ similar }) => setFound(similar.map(withoutWords)),
      ),
    [programId],
  )
  const asked = JSON.stringify(worthAsking(text, phone))

  useEffect(() => {
    const wanted = JSON.parse(asked) as FindSimilar | null
    if (!wanted) setFound(null)
    if (wanted && synced) inquiry.want(wanted)
    else inquiry.stop()
  }, [asked, synced, inquiry])
  useEffect(() => () => inquiry.stop(), [inquiry])

  return useMemo(() => found && similarNow(found, questions, exceptId), [found, questions, exceptId])
}
