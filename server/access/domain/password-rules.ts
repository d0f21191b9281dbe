import { COMMON_WORDS, WALKS } from './common-words.js'

/** Characters that must be left when everything is taken away that is tried first. */
const LEAST_UNGUESSED = 6
const SHORTEST_WALK = 4
const SHORTEST_WORD = 3

const BOTH_WAYS = WALKS.flatMap(walk => [walk, [...walk].toReversed().join('')])
const REPEATED = /^(.)\1{2,}/u
const YEAR = /^(?:19|20)\d\d/

/**
 * Whether a password is made of nothing but what is tried first: common words, rows of keys, years, repetitions, and
 * what is known of its owner (`own`: user name and name). Which kinds of characters it has is nobody's business.
 */
export function isGuessable(password: string, own: readonly string[]): boolean {
  const plain = plainly(password)
  const words = [...COMMON_WORDS, ...own.flatMap(wordsOf)].filter(word => word.length >= SHORTEST_WORD)
  const letters = unguessed(plain.replace(/[^\p{L}\p{N}]/gu, ''), words)
  const signs = new Set(unguessed(plain.replace(/[\p{L}\p{N}]/gu, ''), []))
  return new Set(plain).size < LEAST_UNGUESSED - 1 || letters.length + signs.size < LEAST_UNGUESSED
}

const plainly = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')

/** "Nguyễn Thị Lan" as one word and as three; a user name likewise. */
const wordsOf = (name: string) => {
  const parts = name.split(/[^\p{L}\p{N}\p{M}]+/u).map(plainly)
  return [parts.join(''), ...parts]
}

function unguessed(text: string, words: readonly string[]): string[] {
  const left: string[] = []
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at)
    const known = Math.max(
      walked(rest),
      REPEATED.exec(rest)?.[0].length ?? 0,
      YEAR.exec(rest)?.[0].length ?? 0,
      ...words.filter(word => rest.startsWith(word)).map(word => word.length),
    )
    const [first = ''] = rest
    if (known === 0) left.push(first)
    at += known || first.length
  }
  return left
}

/** How far the text goes along a row of keys. */
function walked(text: string): number {
  let length = 0
  while (length < text.length && BOTH_WAYS.some(walk => walk.includes(text.slice(0, length + 1)))) length++
  return length < SHORTEST_WALK ? 0 : length
}
