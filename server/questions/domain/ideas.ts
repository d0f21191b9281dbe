import { HINTS, ISSUES, type Row, SAYINGS, SILENT_WORDS, THINGS, TURNS } from './similar-lexicon.js'
import { type TypedWord, wordsOf } from './typed-words.js'

/** A wording of the lexicon. One that is only told by its marks ("sổ": "số", "sở") does not fold. */
type Phrase = { words: readonly TypedWord[]; ideas: readonly string[]; onlyMarked: boolean }

const WEIGHTS = { issue: 4.5, thing: 3, turn: 1.5, hint: 0.6, saying: 0, pair: 2, word: 1.2 }

/** By the first word, the longest before the shorter. */
const phrases = new Map<string, Phrase[]>()
const ideaWeights = new Map<string, number>()
learn(ISSUES, WEIGHTS.issue)
learn(THINGS, WEIGHTS.thing)
learn(TURNS, WEIGHTS.turn)
learn(HINTS, WEIGHTS.hint)
learn([['', SAYINGS]], WEIGHTS.saying)
for (const known of phrases.values()) known.sort((one, other) => other.words.length - one.words.length)

/** Typed without marks a silent word is silent; with marks only as it stands in the list ("cống" is not "công"). */
const silent = new Set(wordsOf(SILENT_WORDS).flatMap(({ folded, marks }) => [folded, folded + marks]))

function learn(rows: readonly Row[], weight: number): void {
  for (const [named, said] of rows) {
    const ideas = named.split(' ').filter(idea => idea !== '')
    for (const idea of ideas) if (!ideaWeights.has(idea)) ideaWeights.set(idea, weight)
    for (const phrase of said.split(', ')) {
      const words = wordsOf(phrase)
      const first = words[0]!.folded
      phrases.set(first, [...(phrases.get(first) ?? []), { words, ideas, onlyMarked: phrase.endsWith('!') }])
    }
  }
}

/** The longest phrase that begins at a word and that no mark speaks against; `marked`: the text was typed with marks. */
export function phraseAt(words: readonly TypedWord[], from: number, marked: boolean): Phrase | undefined {
  return phrases.get(words[from]!.folded)?.find(phrase =>
    phrase.words.every((known, index) => {
      const typed = words[from + index]
      if (typed?.folded !== known.folded) return false
      return typed.marks === known.marks || (typed.marks === '' && !marked && !phrase.onlyMarked)
    }),
  )
}

export const tellsNothing = ({ folded, marks }: TypedWord): boolean =>
  folded.length < 2 || /^\d+$/.test(folded) || silent.has(folded + marks)

/** How much it tells that two questions share this: an idea of the lexicon, two neighbouring words, or a word. */
export const weightOf = (telling: string): number =>
  ideaWeights.get(telling) ?? (telling.includes(' ') ? WEIGHTS.pair : WEIGHTS.word)

/** What a question can be about; the rest only says what of it. */
export const isAnchor = (telling: string): boolean => weightOf(telling) >= WEIGHTS.pair
