import { soundsLikeDenunciation } from '../denunciation.js'
import { beginsToDenounce } from './denounces.js'
import { movesMoney } from './money-taken.js'
import { peopleIn } from './people-named.js'
import type { Said } from './said.js'
import { hear } from './words-heard.js'
import { wrongNamedAt } from './wrongs.js'

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
  const withheld = named.map(one => ({ from: words[one.from]!.from, to: words[one.to - 1]!.to }))
  // The last word may be the beginning of a name.
  const begun = words.slice(1).at(-1)
  const open = begun?.to === composed.length && /^\p{Lu}/u.test(composed.slice(begun.from))
  if (open && withheld.at(-1)?.to !== begun.to) withheld.push(begun)
  return withheld.reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), composed)
}

const accuses = (said: Said, at: number) =>
  beginsToDenounce(said.words, at) || wrongNamedAt(said.words, at) > 0 || movesMoney(said, at)
