import type { ReviseQuestion } from '#protocol/question.js'
import type { DeskQuestion } from '../questions/columns.js'
import { callerDraft, callerInput } from './caller.js'
import type { Typed } from './slip.js'
import { wireText } from '../text/wire-text.js'

type Fields = Omit<Typed, 'paper'> & { line: string | null }

/** A question opened for correction, as it is kept on this machine until it is sent or closed. */
export type Correction = Fields & {
  questionId: string
  version: number
  /** As it was when opened: only what differs from it is sent, and nobody else's correction is undone. */
  before: Fields
}

const fieldsOf = (question: DeskQuestion): Fields => ({
  verbatim: question.verbatim ?? '',
  caller: callerDraft(question.caller),
  nature: question.nature,
  topicId: question.topicId,
  priority: question.priority,
  direct: question.direct,
  note: question.note ?? '',
  line: question.line,
})

export function opened(question: DeskQuestion): Correction {
  const before = fieldsOf(question)
  return { ...before, before, questionId: question.id, version: question.version }
}

export const correctable = ({ state }: DeskQuestion) => state === 'returned' || state === 'pending'

/** What was changed by this hand, as it goes up; null when nothing was. */
export function changes({ before, ...now }: Correction): Omit<ReviseQuestion, 'id' | 'version'> | null {
  const said = {
    verbatim: wireText(now.verbatim),
    caller: callerInput(now.caller) ?? null,
    nature: now.nature,
    topicId: now.topicId,
    priority: now.priority,
    direct: now.direct,
    note: wireText(now.note) || null,
    line: now.line,
  }
  const differs = (field: string) =>
    JSON.stringify(now[field as keyof Fields]) !== JSON.stringify(before[field as keyof Fields])
  const changed = Object.entries(said).filter(([field]) => differs(field))
  return changed.length > 0 ? Object.fromEntries(changed) : null
}
