import { isSilent, isWeak, namedAt } from './ideas.js'
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
  const read = text.slice(0, READ)
  const words = wordsOf(read)
  const marked = typedWithMarks(read)
  const gist = new Set<string>()
  let named = 0
  let previous: string | undefined
  for (const [at, word] of words.entries()) {
    const { ideas, length } = namedAt(words, at, marked)
    if (at + length > named) {
      named = at + length
      for (const idea of ideas) gist.add(idea)
    }
    if (at < named || isSilent(word)) {
      previous = undefined
      continue
    }
    if (!isWeak(word)) gist.add(word.folded)
    if (previous) gist.add(`${previous} ${word.folded}`)
    previous = word.folded
  }
  return [...gist]
}

/** Counts what was typed: short forms have no marks to leave out. */
function typedWithMarks(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  return words.filter(word => /[^a-z]/i.test(word)).length > words.length * TYPED_WITH_MARKS
}
