import type { DeskQuestion } from '../questions/columns.js'
import type { Order } from '../questions/running-order.js'

type Held = {
  /** What stood there when the hand came. */
  kept: Order
  live: readonly DeskQuestion[]
  questions: ReadonlyMap<string, DeskQuestion>
  openId: string | null
  mine: ReadonlySet<string>
}

/**
 * A held column: everything stays where it was but what I moved away myself; what I moved here comes in behind its
 * neighbour; everything else that came waits, and is counted.
 */
export function held({ kept, live, questions, openId, mine }: Held) {
  const liveIds = new Set(live.map(question => question.id))
  const ids = kept.filter(id => questions.has(id) && (liveIds.has(id) || id === openId || !mine.has(id)))
  const known = new Set(ids)
  const news = { count: 0, urgent: 0 }
  for (const [index, { id, priority }] of live.entries()) {
    if (known.has(id)) continue
    if (mine.has(id)) {
      ids.splice(ids.indexOf(live[index - 1]?.id ?? '') + 1, 0, id)
      continue
    }
    news.count += 1
    if (priority === 'urgent') news.urgent += 1
  }
  return { shown: ids.map(id => questions.get(id)!), news }
}
