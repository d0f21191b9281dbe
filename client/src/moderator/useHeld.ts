import { useMemo, useState } from 'react'
import type { DeskQuestion } from '../questions/columns.js'

type Hold = {
  /** The column as it would be, were no hand on it. */
  live: readonly DeskQuestion[]
  questions: ReadonlyMap<string, unknown>
  /** A card is open in it, or the focus is inside. */
  held: boolean
  openId: string | null
  /** What I moved myself comes and goes at once: my hand did it. */
  mine: ReadonlySet<string>
  /** The column goes on by itself and only the opened card keeps its place. */
  follow: boolean
}

/**
 * A column never moves under the hand: while it is held, arrivals wait, and what somebody else decided stays in its
 * place, marked. Answers with what stands there and how many wait.
 */
export function useHeld({ live, questions, held, openId, mine, follow }: Hold) {
  const [kept, setKept] = useState<readonly string[] | null>(null)
  if (held && !kept) setKept(live.map(question => question.id))
  if (!held && kept) setKept(null)

  const { shown, news } = useMemo(() => {
    if (!kept) return { shown: live, news: 0 }
    const liveIds = new Set(live.map(question => question.id))
    if (follow) {
      const opened = openId !== null && !liveIds.has(openId) && (questions.get(openId) as DeskQuestion)
      return { shown: opened ? live.toSpliced(kept.indexOf(openId), 0, opened) : live, news: 0 }
    }
    const stays = (id: string) => liveIds.has(id) || id === openId || !mine.has(id)
    const ids = kept.filter(id => questions.has(id) && stays(id))
    const known = new Set(ids)
    let waiting = 0
    for (const [index, { id }] of live.entries()) {
      if (known.has(id)) continue
      if (mine.has(id)) ids.splice(ids.indexOf(live[index - 1]?.id ?? '') + 1, 0, id)
      else waiting += 1
    }
    return { shown: ids.map(id => questions.get(id) as DeskQuestion), news: waiting }
  }, [kept, live, questions, openId, mine, follow])

  // Nothing is left that could move.
  if (kept && shown.length === 0 && news > 0) setKept(live.map(question => question.id))

  return { shown, news, release: () => setKept(live.map(question => question.id)) }
}
