import { phraseAt, tellsNothing } from './ideas.js'
import { wordsOf } from './typed-words.js'

/** So much of a long text is looked at: what it is about is said early. Code units. */
const READ = 2000

/** Above this share of marked words an unmarked word was meant so: "mang" is not "mắng". */
const TYPED_WITH_MARKS = 0.3

/**
 * What a question is about, as far as words tell: the ideas that it names in whatever wording, and of what the lexicon
 * does not know each word and each two neighbours, folded.
 */
export function gistOf(text: string): string[] {
  const words = wordsOf(text.slice(0, READ))
  const marked = words.filter(word => word.marks !== '').length > words.length * TYPED_WITH_MARKS
  const gist = new Set<string>()
  let named = 0
  let previous: string | undefined
  for (const [at, word] of words.entries()) {
    const phrase = phraseAt(words, at, marked)
    if (phrase && at + phrase.words.length > named) {
      named = at + phrase.words.length
      for (const idea of phrase.ideas) gist.add(idea)
    }
    if (at < named || tellsNothing(word)) {
      previous = undefined
      continue
    }
    gist.add(word.folded)
    if (previous) gist.add(`${previous} ${word.folded}`)
    previous = word.folded
  }
  return [...gist]
}
