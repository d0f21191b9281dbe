import { fold } from '#protocol/folding.js'
import { isAnchor } from './ideas.js'

/** An ending of so few letters begins too many words to be worth looking up beside others. */
const TELLING_LETTERS = 3

/** What somebody searches: every word as it stands, the last one as far as it is typed. */
export type Wanted = {
  /** For LIKE ALL, over the search text between two spaces. */
  patterns: string[]
  /** For the index of words; it may find more than the patterns, never less. */
  query: string
}

/** Folding leaves letters and digits only, so what is typed is never a pattern or an operator of its own. */
export function wantedOf(text: string | undefined): Wanted {
  const words = fold(text ?? '')
    .split(' ')
    .filter(word => word !== '')
  const whole = words.slice(0, -1)
  const last = words.slice(-1)
  const looked = last.filter(word => whole.length === 0 || word.length >= TELLING_LETTERS)
  return {
    patterns: [...whole.map(word => `% ${word} %`), ...last.map(word => `% ${word}%`)],
    query: [...whole.map(quoted), ...looked.map(word => `${quoted(word)}:*`)].join(' & '),
  }
}

/** For the index of gists: what in this programme is about something that the text is about; null for no text. */
export function sharingWith(programId: string, gist: readonly string[]): string | null {
  const anchors = gist.filter(isAnchor).map(quoted)
  return anchors.length > 0 ? `${quoted(programId)} & (${anchors.join(' | ')})` : null
}

const quoted = (word: string): string => `'${word}'`
