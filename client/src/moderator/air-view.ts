import { findPrivateNumbers, maskPrivateNumbers } from '#protocol/private-numbers.js'
import type { Program } from '#protocol/program.js'
import type { DeskQuestion } from '../questions/columns.js'
import type { FaceQuestion } from '../screen/QuestionFace.js'

type Lists = Pick<Program, 'topics' | 'lines'>

export const hotlinesOf = ({ lines }: Pick<Program, 'lines'>) => lines.map(line => line.name)

const WAITING = new Set(['pending', 'returned'])

/** Numbers that were allowed by name: whatever an approval let stand in the wording. */
export const allowedIn = (question: DeskQuestion, program: Lists): string[] =>
  WAITING.has(question.state)
    ? []
    : findPrivateNumbers(question.wording ?? '', hotlinesOf(program)).map(number => number.text)

/** A question as a screen is sent it, made from what a desk knows, with words that may not be approved yet. */
export function asScreensShow(
  question: DeskQuestion,
  program: Lists,
  allowed: readonly string[] = allowedIn(question, program),
): FaceQuestion {
  const mask = (text: string) => maskPrivateNumbers(text, [...hotlinesOf(program), ...allowed])
  return {
    id: question.id,
    number: question.number,
    version: question.version,
    topic: program.topics.find(topic => topic.id === question.topicId)?.name ?? null,
    text: mask(question.wording ?? ''),
    callerLine: mask(question.callerLine),
    leadSpeakerId: question.leadSpeakerId,
    supportingSpeakerIds: question.supportingSpeakerIds,
  }
}
