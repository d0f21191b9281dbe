/** A word as it was typed, ready to be compared with how it is properly written. */
export type Heard = {
  /** Letters with their circumflexes and horns, then the tone: "hoà" and "hòa" are one. */
  spelt: string
  /** Without the tone. */
  untoned: string
  /** Without any mark, đ as d. */
  bare: string
  /** Written like a name: a capital and small letters. */
  capital: boolean
  /** A full stop, a comma … stands before it. */
  pause: boolean
  /** Where it stands in the composed text. Code units. */
  from: number
  to: number
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const MARKS = /\p{M}/gu
const WORD = /[\p{L}\p{M}]+|\d[\d.,]*/gu

function heard(word: string, pause = false, from = 0): Heard {
  const letters = word.normalize('NFD')
  const lower = letters.toLowerCase()
  const untoned = lower.replace(TONES, '').normalize('NFC')
  return {
    spelt: untoned + (lower.match(TONES)?.join('') ?? ''),
    untoned,
    bare: lower.replace(MARKS, '').replaceAll('đ', 'd'),
    capital: /^\p{Lu}\p{M}*\p{Ll}/u.test(letters),
    pause,
    from,
    to: from + word.length,
  }
}

/** The words of a text, numbers among them. */
export function hear(text: string): Heard[] {
  const composed = text.normalize('NFC')
  let end = 0
  return [...composed.matchAll(WORD)].map(found => {
    const pause = /[.,;:!?\n]/.test(composed.slice(end, found.index))
    end = found.index + found[0].length
    return heard(found[0], pause, found.index)
  })
}

const proper = new Map<string, Heard>()

/** Whether the word may be this one: written so, or left without its tone, or without any mark. */
export function sounds(word: Heard | undefined, as: string): boolean {
  if (!word) return false
  const meant = proper.get(as) ?? heard(as)
  proper.set(as, meant)
  if (word.spelt === meant.spelt) return true
  return word.spelt === word.untoned && (word.untoned === meant.untoned || word.untoned === meant.bare)
}

/** A word typed without any mark may be many others: what it means must then be told by its neighbours. */
export const unmarked = (word: Heard | undefined) => word !== undefined && word.spelt === word.bare

export const soundsAny = (word: Heard | undefined, list: readonly string[]) =>
  list.some(one => sounds(word, one))

/** How many words from here on are the longest of these phrases; 0 when none is. */
export function phraseAt(words: readonly Heard[], at: number, phrases: readonly string[][]): number {
  let longest = 0
  for (const phrase of phrases)
    if (phrase.length > longest && phrase.every((word, step) => sounds(words[at + step], word)))
      longest = phrase.length
  return longest
}

/** "chủ tịch | bí thư" as phrases of words. */
export const phrases = (list: string) => list.split('|').map(one => one.trim().split(/\s+/))
