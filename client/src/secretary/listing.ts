import { fold } from '#protocol/folding.js'
import type { QuestionState } from '#protocol/question.js'
import type { DeskQuestion } from '../questions/columns.js'

/** What the list is narrowed to; null where it is not. */
export type Narrowed = {
  typed: string
  state: QuestionState | null
  topicId: string | null
  line: string | null
}

/** Returned ones first, the oldest of them on top since it waits longest; then the newest call. */
export const listed = (questions: readonly DeskQuestion[]) =>
  questions
    .filter(question => question.state !== 'diverted')
    .toSorted((a, b) => Number(b.state === 'returned') - Number(a.state === 'returned') || order(a, b))

const order = (a: DeskQuestion, b: DeskQuestion) =>
  a.state === 'returned' ? a.number - b.number : b.number - a.number

/** Whether a question stands in the list as it is narrowed. */
export const isWanted = (question: DeskQuestion, { typed, state, topicId, line }: Narrowed) =>
  (!state || question.state === state) &&
  (!topicId || question.topicId === topicId) &&
  (!line || question.line === line) &&
  matches(question, typed)

/** The fewest digits that are looked for anywhere in a phone number; fewer only begin a word. */
const FEWEST_DIGITS = 3

/** Every word typed begins a word of the question, tones or none; digits stand in the phone, however both are written. */
export function matches(question: DeskQuestion, typed: string): boolean {
  const { text, phone } = searched(question)
  return runsOf(typed).every(words => {
    const digits = /^\d/.test(words[0]!) ? nationalOf(words.join('')) : ''
    if (digits.length >= FEWEST_DIGITS && phone.includes(digits)) return true
    return words.every(word => text.includes(` ${word}`) || isIn(phone, word))
  })
}

const isIn = (phone: string, word: string) =>
  /^\d+$/.test(word) && word.length >= FEWEST_DIGITS && phone.includes(word)

/** What is typed as the archive is to be asked: a phone number as its digits, which it has however they were written. */
export const archiveText = (typed: string) =>
  runsOf(typed)
    .map(words => {
      const digits = nationalOf(words.join(''))
      return /^\d{9,}$/.test(digits) ? digits : words.join(' ')
    })
    .join(' ')

/** The words typed, those of digits alone together with their neighbours: "0939 000 112" is one number. */
function runsOf(typed: string): string[][] {
  const runs: string[][] = []
  for (const word of fold(typed).split(' ').filter(Boolean)) {
    const before = runs.at(-1)
    if (before && /^\d+$/.test(word) && /^\d+$/.test(before[0]!)) before.push(word)
    else runs.push([word])
  }
  return runs
}

/** A whole number without the country's code and without the 0 before it; a part of one as it is. */
const nationalOf = (digits: string) => digits.replace(/^(?:0084|84|0)(?=\d{9,10}$)/, '')

type Searched = { text: string; phone: string }
// A question never changes in place: its search text is made once.
const known = new WeakMap<DeskQuestion, Searched>()

function searched(question: DeskQuestion): Searched {
  const before = known.get(question)
  if (before) return before
  const { caller } = question
  const parts = [
    `câu ${question.number}`,
    question.callerLine,
    question.verbatim,
    question.wording,
    question.note,
    caller?.name,
    caller?.organisation,
    caller?.place?.text,
    ...(question.askers ?? []).map(asker => asker.callerLine),
  ]
  const digits = (caller?.phone?.typed ?? '').replace(/\D/g, '')
  // With and without the country's code: a part of it may be typed either way.
  const phone = `${digits} 0${nationalOf(digits)}`
  const made = { text: ` ${fold(parts.join(' '))}`, phone: digits && phone }
  known.set(question, made)
  return made
}
