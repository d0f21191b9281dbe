/** The list with one of it a place further up or down; the ends hold. */
export function moved<Item>(items: readonly Item[], index: number, by: number): Item[] {
  const to = index + by
  const item = items[index]
  if (item === undefined || to < 0 || to >= items.length) return [...items]
  return items.toSpliced(index, 1).toSpliced(to, 0, item)
}
