import { diffWords } from 'diff'

/** A part of a text, in code units. */
export type Range = { from: number; to: number }
export type Piece = Range & { text: string; marks: readonly string[] }

/** Which words of the one text are not in the other, and the other way round. Both in NFC. */
export function differences(before: string, after: string): { removed: Range[]; added: Range[] } {
  const removed: Range[] = []
  const added: Range[] = []
  let [inBefore, inAfter] = [0, 0]
  for (const part of diffWords(before, after)) {
    const words = part.value.replaceAll(/\s/g, '').length
    if (words === 0) continue
    const old = next(before, inBefore, words)
    const young = next(after, inAfter, words)
    if (part.removed) removed.push(old)
    if (part.added) added.push(young)
    if (!part.added) inBefore = old.to
    if (!part.removed) inAfter = young.to
  }
  return { removed, added }
}

/**
 * Where the next so many code units that are no white space stand. White space is nobody's change: the comparison
 * passes over it, and a mark begins and ends with a word.
 */
function next(text: string, at: number, words: number): Range {
  let from = at
  while (from < text.length && isSpace(text[from]!)) from++
  let to = from
  for (let left = words; left > 0 && to < text.length; to++) if (!isSpace(text[to]!)) left--
  return { from, to }
}

const isSpace = (letter: string) => /\s/.test(letter)

/** How many words the ranges hold. */
export const wordCount = (text: string, ranges: readonly Range[]) =>
  ranges.reduce((sum, { from, to }) => sum + text.slice(from, to).split(/\s+/).length, 0)

/** The text cut wherever a mark begins or ends, each piece with the marks upon it. Joined they are the text. */
export function pieces(text: string, marked: Record<string, readonly Range[]>): Piece[] {
  const ranges = Object.values(marked).flat()
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ from, to }) => [from, to])])]
    .filter(cut => cut <= text.length)
    .toSorted((a, b) => a - b)
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index]!
    const marks = Object.keys(marked).filter(mark =>
      marked[mark]!.some(range => range.from <= from && to <= range.to),
    )
    return { from, to, text: text.slice(from, to), marks }
  })
}
