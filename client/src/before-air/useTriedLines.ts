import { useEffect, useMemo } from 'react'
import { useLiveState } from '../live/LiveProgram.js'
import { useKept } from '../ui/kept.js'

/**
 * Lines by which a call came in, or that somebody ticked. Kept in this browser: a rehearsal is wiped, and that a line
 * works stays true.
 */
export function useTriedLines(): [ReadonlySet<string>, (id: string, on: boolean) => void] {
  const { programId, questions } = useLiveState()
  const [kept, keep, latest] = useKept<string[]>(`tried-lines:${programId}`, Infinity)
  const used = useMemo(
    () => [
      ...new Set([...questions.values()].flatMap(question => ('line' in question && question.line) || [])),
    ],
    [questions],
  )
  useEffect(() => {
    const news = used.filter(id => !(latest() ?? []).includes(id))
    if (news.length > 0) keep([...(latest() ?? []), ...news])
  }, [used, keep, latest])
  const set = (id: string, on: boolean) => {
    const others = (latest() ?? []).filter(one => one !== id)
    keep(on ? [...others, id] : others)
  }
  return [useMemo(() => new Set(kept ?? []), [kept]), set]
}
