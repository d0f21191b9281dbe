import {
  HINTS,
  ISSUES,
  type Row,
  SAYINGS,
  SILENT_WORDS,
  THINGS,
  TURNS,
  WEAK_WORDS,
} from './similar-lexicon.js'
import { type TypedWord, wordsOf } from './typed-words.js'

/** A wording of the lexicon. One that is only told by its marks ("sổ": "số", "sở") does not fold. */
type Phrase = { words: readonly TypedWord[]; ideas: readonly string[]; onlyMarked: boolean }

const WEIGHTS = { issue: 4.5, thing: 2.6, turn: 2, hint: 0.6, saying: 0, pair: 2, word: 0.9 }

/** By the first word, the longest before the shorter. */
const phrases = new Map<string, Phrase[]>()
const ideaWeights = new Map<string, number>()
learn(ISSUES, WEIGHTS.issue)
learn(THINGS, WEIGHTS.thing)
learn(TURNS, WEIGHTS.turn)
learn(HINTS, WEIGHTS.hint)
learn([['', SAYINGS]], WEIGHTS.saying)
for (const known of phrases.values()) known.sort((one, other) => other.words.length - one.words.length)

const silent = listed(SILENT_WORDS)
const weak = listed(WEAK_WORDS)

/** Typed without marks a word is in a list when one of it is; with marks only as it stands there ("cống" is not "công"). */
function listed(words: string): Set<string> {
  return new Set(wordsOf(words).flatMap(({ folded, marks }) => [folded, folded + marks]))
}

function learn(rows: readonly Row[], weight: number): void {
  for (const [named, said] of rows) {
    const ideas = named.split(' ').filter(idea => idea !== '')
    if (ideas[0]) ideaWeights.set(ideas[0], weight)
    for (const phrase of said.split(', ')) {
      const words = wordsOf(phrase)
      const first = words[0]!.folded
      phrases.set(first, [...(phrases.get(first) ?? []), { words, ideas, onlyMarked: phrase.endsWith('!') }])
    }
  }
}

/**
 * What the longest phrase says that begins at a word and that no mark speaks against; without marks two may be spelled
 * alike ("thuế đất", "thuê đất"). `marked`: the text was typed with marks.
 */
export function namedAt(
  words: readonly TypedWord[],
  from: number,
  marked: boolean,
): { ideas: readonly string[]; length: number } {
  const fits = (phrase: Phrase) =>
    phrase.words.every((known, index) => {
      const typed = words[from + index]
      if (typed?.folded !== known.folded) return false
      return typed.marks === known.marks || (typed.marks === '' && !marked && !phrase.onlyMarked)
    })
  const fitting = (phrases.get(words[from]!.folded) ?? []).filter(fits)
  const length = fitting[0]?.words.length ?? 0
  return {
    length,
    ideas: fitting.filter(({ words }) => words.length === length).flatMap(({ ideas }) => ideas),
  }
}

/** Tells nothing, alone or beside another. */
export const isSilent = ({ folded, marks }: TypedWord): boolean =>
  folded.length < 2 || /^\d+$/.test(folded) || silent.has(folded + marks)

/** Tells something only beside another. */
export const isWeak = ({ folded, marks }: TypedWord): boolean => weak.has(folded + marks)

/** How much it tells that two questions share this: an idea of the lexicon, two neighbouring words, or a word. */
export const weightOf = (telling: string): number =>
  ideaWeights.get(telling) ?? (telling.includes(' ') ? WEIGHTS.pair : WEIGHTS.word)

/** What a question can be about; the rest only says what of it. */
export const isAnchor = (telling: string): boolean =>
  weightOf(telling) > WEIGHTS.turn || telling.includes(' ')
