import { fold } from '#protocol/folding.js'
import { callerLine } from '../../callers/domain/caller-line.js'
import { digitsOf } from '../../callers/domain/private-numbers.js'
import type { Question } from './question.js'

/** The question with its two search texts made anew: each reader searches only what he may see. */
export function withSearchText(question: Question): Question {
  if (question.state === 'diverted') return question
  const { caller } = question
  const shown = [`${question.number}`, question.wording, callerLine(caller)]
  const all = [
    ...shown,
    question.verbatim,
    question.note,
    caller?.name,
    caller?.organisation,
    caller?.place?.text,
    caller?.phone?.typed,
    caller?.phone && digitsOf(caller.phone.typed),
  ]
  return { ...question, searchText: folded(all), searchShown: folded(shown) }
}

const folded = (parts: (string | null | undefined)[]) => fold(parts.filter(part => part).join(' '))
