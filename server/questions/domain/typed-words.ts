import { SHORT_FORMS } from './similar-lexicon.js'

/** A word as it folds, and the marks that folding takes away. */
export type TypedWord = { folded: string; marks: string }

const NONE: readonly TypedWord[] = []
const shortForms = new Map(
  [...SHORT_FORMS].map(([short, long]) => [short.normalize('NFD'), long.map(parted)] as const),
)

/** The words of a text, short forms written out. What is folded agrees with `fold` of the wire. */
export function wordsOf(text: string): TypedWord[] {
  return text
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap(word => shortForms.get(word) ?? (word === '' ? NONE : parted(word)))
}

/**
 * Letters and marks apart, the marks whatever their place ("hòa", "hoà"). Hỏi and ngã sound alike in the south and are
 * written one for the other.
 */
function parted(word: string): TypedWord {
  const parts = word.normalize('NFD').replace(/đ/g, 'd\u0335')
  const letters = parts.replace(/\p{M}/gu, '')
  if (letters.length === parts.length) return { folded: letters, marks: '' }
  const marks = parts.replace(/\P{M}/gu, '').replace(/\u0303/g, '\u0309')
  return { folded: letters, marks: marks.length > 1 ? [...marks].toSorted().join('') : marks }
}
