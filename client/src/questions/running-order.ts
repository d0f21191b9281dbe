/** The running order as ids, first to last. */
export type Order = readonly string[]

/** The order with one question put right after another; null makes it the first. Behind one that left it stays. */
export function putAfter(order: Order, questionId: string, after: string | null): Order {
  const others = order.filter(id => id !== questionId)
  if (after !== null && !others.includes(after)) return order
  return others.toSpliced(after === null ? 0 : others.indexOf(after) + 1, 0, questionId)
}

/**
 * Behind which question one stands where it was put among those shown. They may be a part of the order: put before all
 * of them it stands right before the first, behind whatever is hidden there. Undefined: it is alone and stays.
 */
export function neighbourOf(order: Order, shown: Order, questionId: string): string | null | undefined {
  const place = shown.indexOf(questionId)
  if (place > 0) return shown[place - 1]
  const next = shown[place + 1]
  if (next === undefined) return undefined
  const others = order.filter(id => id !== questionId)
  return others[others.indexOf(next) - 1] ?? null
}

/** What is shown, with one question moved by some places, as far as there are any. */
export function stepped(shown: Order, questionId: string, places: number): Order {
  const from = shown.indexOf(questionId)
  const to = Math.max(0, Math.min(shown.length - 1, from + places))
  return shown.toSpliced(from, 1).toSpliced(to, 0, questionId)
}

/** The true order in the sequence that was asked for here and is on its way; what that does not name follows. */
export function arranged(order: Order, asked: Order): Order {
  const there = new Set(order)
  const named = new Set(asked)
  return [...asked.filter(id => there.has(id)), ...order.filter(id => !named.has(id))]
}
