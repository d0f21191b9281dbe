import { fold } from '#protocol/folding.js'
import { callerLine } from '../../callers/domain/caller-line.js'
import { digitsOf, maskPrivateNumbers } from '#protocol/private-numbers.js'
import type { Question } from './question.js'

/** The question with its two search texts made anew: each reader searches only what he may see. */
export function withSearchText(question: Question): Question {
  if (question.state === 'diverted') return question
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
    caller?.phone && digitsOf(caller.phone.typed),
  ]
  return {
    ...question,
    searchText: folded([question.number, ...all]),
    searchShown: folded([question.number, ...shown]),
  }
}

const folded = (parts: (string | number | null | undefined)[]) => fold(parts.filter(part => part).join(' '))
