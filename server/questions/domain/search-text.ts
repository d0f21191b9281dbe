import { fold } from '#protocol/folding.js'
import { digitsOf, maskPrivateNumbers } from '#protocol/private-numbers.js'
import { callerLine } from '../../callers/domain/caller-line.js'
import { gistOf } from './gist.js'
import type { Question } from './question.js'

/** Between the parts of a gist as it is kept; folding leaves none in them. */
const APART = '|'

/** A word is searched by so many letters: the index takes no word of 2 KB. */
const LONGEST_WORD = 60

/** A number is found by any run of so many of its digits. */
const SHORTEST_RUN = 3

/** What the search texts are made of. An object that is another one may say the same: then they are made in vain. */
const MADE_OF = [
  'wording',
  'caller',
  'verbatim',
  'note',
  'allowedNumbers',
] as const satisfies (keyof Question)[]

/**
 * The question with what it is found by made anew: each reader searches only what he may see. What `before` tells
 * already is taken from there, since folding a text is the dearest part of a move.
 */
export function withSearchText(question: Question, before?: Question): Question {
  if (question.state === 'diverted') return { ...question, gist: '' }
  const gist =
    before && before.gist !== null && before.verbatim === question.verbatim
      ? before.gist
      : gistOf(question.verbatim).join(APART)
  if (before && MADE_OF.every(field => before[field] === question[field])) return { ...question, gist }
  const { caller } = question
  const told = [question.wording, callerLine(caller)]
  const shown = told.map(text => text && maskPrivateNumbers(text, question.allowedNumbers))
  const all = [
    ...told,
    question.verbatim,
    question.note,
    caller?.name,
    caller?.organisation,
    caller?.place?.text,
    caller?.phone?.typed,
    ...(caller?.phone ? endings(digitsOf(caller.phone.typed)) : []),
  ]
  return {
    ...question,
    searchText: folded([question.number, ...all]),
    searchShown: folded([question.number, ...shown]),
    gist,
  }
}

export const readGist = (kept: string | null): string[] => (kept ? kept.split(APART) : [])

const folded = (parts: (string | number | null | undefined)[]) =>
  fold(parts.filter(part => part).join(' '))
    .split(' ')
    .map(word => word.slice(0, LONGEST_WORD))
    .join(' ')

/** Words are found by their beginning, so every ending of a number is a word. */
const endings = (digits: string) =>
  Array.from({ length: Math.max(1, digits.length - SHORTEST_RUN + 1) }, (_, from) => digits.slice(from))
