import { soundsLikeDenunciation } from '../denunciation.js'
import { beginsToDenounce } from './denounces.js'
import { movesMoney } from './money-taken.js'
import { peopleIn } from './people-named.js'
import type { Said } from './said.js'
import { type Heard, hear, sounds, soundsAny, unmarked } from './words-heard.js'
import { wrongNamedAt } from './wrongs.js'

/** Before a name however it is typed: "ong dang huu loi" is one, though each word may be another. */
const CALLED = ['ông', 'anh']
const KIN = ['nội', 'ngoại', 'bà', 'xã', 'em', 'chị', 'cố', 'già', 'cụ', 'cha', 'ruột', 'trai', 'rể']
/** As long as names are. Words. */
const NAME = 4

/**
 * What of a text may be asked about while it is still being typed. What may become a denunciation never leaves the desk:
 * nothing does once a word for one has fallen, though nobody is named yet (null); before that, all but who is spoken of.
 */
export function askable(text: string): string | null {
  const words = hear(text)
  const people = peopleIn(words)
  const said = { words, people }
  if (words.some((_, at) => accuses(said, at)) || soundsLikeDenunciation(text)) return null
  const composed = text.normalize('NFC')
  const named = people.filter(one => one.as !== 'staff')
  const called = words.flatMap((_, at) => (calls(words, at) ? [at] : []))
  const isOf = (at: number) =>
    named.some(one => one.from <= at && at < one.to) ||
    called.some(from => from <= at && at <= from + NAME) ||
    isBegun(words, at, composed)
  return words.reduceRight(
    (rest, { from, to }, at) => (isOf(at) ? rest.slice(0, from) + rest.slice(to) : rest),
    composed,
  )
}

const accuses = (said: Said, at: number) =>
  beginsToDenounce(said.words, at) || wrongNamedAt(said.words, at) > 0 || movesMoney(said, at)

/** "Bà" only with its mark: without, it is a number or a father. "Ông bà" are one's own. */
function calls(words: readonly Heard[], at: number): boolean {
  const lady = sounds(words[at], 'bà') && !unmarked(words[at]) && !soundsAny(words[at - 1], CALLED)
  return (lady || soundsAny(words[at], CALLED)) && !soundsAny(words[at + 1], KIN)
}

/** The last word with a capital may be the beginning of a name. */
const isBegun = (words: readonly Heard[], at: number, composed: string) =>
  at > 0 && words[at]!.to === composed.length && /^\p{Lu}/u.test(composed.slice(words[at]!.from))
