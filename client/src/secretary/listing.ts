import { fold } from '#protocol/folding.js'
import type { DeskQuestion } from '../questions/columns.js'

/** Returned ones first, the oldest of them on top since it waits longest; then the newest call. */
export const listed = (questions: DeskQuestion[]) =>
  questions
    .filter(question => question.state !== 'diverted')
    .toSorted((a, b) => Number(b.state === 'returned') - Number(a.state === 'returned') || order(a, b))

const order = (a: DeskQuestion, b: DeskQuestion) =>
  a.state === 'returned' ? a.number - b.number : b.number - a.number

/** Every word typed must begin a word of the question, tones or none: number, caller, phone, text. */
export function matches(question: DeskQuestion, typed: string): boolean {
  const wanted = fold(typed).split(' ').filter(Boolean)
  if (wanted.length === 0) return true
  const { caller } = question
  const text = ` ${fold(
    [
      question.number,
      question.callerLine,
      question.verbatim,
      question.wording,
      question.note,
      caller?.name,
      caller?.organisation,
      caller?.place?.text,
      caller?.phone?.typed.replace(/\D/g, ''),
      caller?.phone?.typed,
    ].join(' '),
  )}`
  return wanted.every(word => text.includes(` ${word}`))
}
