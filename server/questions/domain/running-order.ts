import { generateKeyBetween } from 'fractional-indexing'
import type { Ranked } from './question.js'

/** The place after every other. */
export const lastPlace = (order: readonly Ranked[]) => generateKeyBetween(order.at(-1)?.order ?? null, null)

/** The place before every other: NEXT. */
export const firstPlace = (order: readonly Ranked[]) => generateKeyBetween(null, order[0]?.order ?? null)

/** The place right after `afterId` (null: the first), or nothing when that one is not in the order. */
export function placeAfter(order: readonly Ranked[], movedId: string, afterId: string | null): string | null {
  const others = order.filter(ranked => ranked.id !== movedId)
  if (afterId === null) return firstPlace(others)
  const index = others.findIndex(ranked => ranked.id === afterId)
  if (index < 0) return null
  return generateKeyBetween(others[index]!.order, others[index + 1]?.order ?? null)
}

export function neighboursOf(order: readonly Ranked[], id: string) {
  const index = order.findIndex(ranked => ranked.id === id)
  return { previousId: order[index - 1]?.id ?? null, nextId: order[index + 1]?.id ?? null }
}

/**
 * Between the same neighbours as before, when they are still neighbours; else last. `leavingId` leaves the order in
 * the same change: it stands between nobody, yet its place is taken until it is gone.
 */
export function placeAgain(
  order: readonly Ranked[],
  neighbours: { previousId: string | null; nextId: string | null } | undefined,
  leavingId?: string,
): string {
  if (!neighbours) return lastPlace(order)
  const staying = order.filter(ranked => ranked.id !== leavingId)
  const after = staying.findIndex(ranked => ranked.id === neighbours.previousId)
  const startsThere = neighbours.previousId === null || after >= 0
  const next = staying[after + 1]
  if (!startsThere || (next?.id ?? null) !== neighbours.nextId) return lastPlace(order)
  const before = next ? order[order.indexOf(next) - 1] : order.at(-1)
  return generateKeyBetween(before?.order ?? null, next?.order ?? null)
}
