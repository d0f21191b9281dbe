import type { Named } from './people-named.js'
import { type Heard, phraseAt } from './words-heard.js'

/** The words of a text, and whom they speak of. */
export type Said = { words: readonly Heard[]; people: readonly Named[] }

/** How many words apart what somebody is said to have done may stand from him. */
export const NEAR = 15

/** Whether one of the phrases stands between two places. */
export const within = (words: readonly Heard[], from: number, to: number, list: readonly string[][]) =>
  words
    .slice(Math.max(0, from), to)
    .some((_, step) => phraseAt(words.slice(0, to), Math.max(0, from) + step, list) > 0)
