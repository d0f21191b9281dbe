import { useMemo, useState } from 'react'
import type { DeskQuestion } from '../questions/columns.js'
import type { Order } from '../questions/running-order.js'
import { held as heldColumn } from './held-column.js'

type Hold = {
  /** The column as it would be, were no hand on it. */
  live: readonly DeskQuestion[]
  questions: ReadonlyMap<string, unknown>
  /** A card is open in it, or a hand is on it. */
  held: boolean
  openId: string | null
  /** What I moved myself comes and goes at once: my hand did it. */
  mine: ReadonlySet<string>
  /** What a hand that drags a card sees: nothing else moves until it lets go. */
  hand: Order | null
  /** The column goes on by itself and only the opened card keeps its place. */
  follow: boolean
}

const NO_NEWS = { count: 0, urgent: 0 }

/**
 * A column never moves under the hand: while it is held, arrivals wait, and what somebody else decided stays in its
 * place, marked. Answers with what stands there and how many wait.
 */
export function useHeld({ live, questions, held, openId, mine, hand, follow }: Hold) {
  const [kept, setKept] = useState<Order | null>(null)
  const ids = () => live.map(question => question.id)
  if (held && !kept) setKept(ids())
  if (!held && kept) setKept(null)

  const { shown, news } = useMemo(() => {
    const known = questions as ReadonlyMap<string, DeskQuestion>
    if (hand) return { shown: hand.flatMap(id => known.get(id) ?? []), news: NO_NEWS }
    if (!kept) return { shown: live, news: NO_NEWS }
    if (follow) {
      const opened = openId !== null && live.every(({ id }) => id !== openId) ? known.get(openId) : undefined
      return { shown: opened ? live.toSpliced(kept.indexOf(opened.id), 0, opened) : live, news: NO_NEWS }
    }
    return heldColumn({ kept, live, questions: known, openId, mine })
  }, [kept, live, questions, openId, mine, hand, follow])

  // Nothing is left that could move.
  if (kept && shown.length === 0 && news.count > 0) setKept(ids())

  return { shown, news, release: () => setKept(ids()) }
}
