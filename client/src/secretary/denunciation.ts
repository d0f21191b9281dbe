import { denounces } from './denouncing/denounces.js'
import { gives, takes } from './denouncing/money-taken.js'
import { peopleIn } from './denouncing/people-named.js'
import { hear, soundsAny } from './denouncing/words-heard.js'
import { wrongs } from './denouncing/wrongs.js'

/** Whoever is asking is not the one who is meant: "Bà Sáu hỏi …". */
const ASKS = ['hỏi', 'xin', 'gọi', 'thắc', 'phản', 'kiến', 'góp']

/**
 * Whether a text sounds like a denunciation: the words for it, or for a wrong that is one, together with a person. With
 * tones or without. A hint for whoever listens to the caller, never a verdict: it decides nothing.
 */
export function soundsLikeDenunciation(text: string): boolean {
  const words = hear(text)
  const people = peopleIn(words).filter(one => !soundsAny(words[one.to], ASKS))
  const said = { words, people }
  return (
    people.length > 0 &&
    words.some((_, at) => denounces(said, at) || wrongs(said, at) || takes(said, at) || gives(said, at))
  )
}
