import { randomUUID } from 'node:crypto'
import type { DeskQuestion } from '../../client/src/questions/columns.js'

/** A question as a moderator's desk has it, pending unless said otherwise. */
export const deskQuestion = (part: Partial<DeskQuestion> = {}): DeskQuestion => ({
  id: randomUUID(),
  number: 1,
  state: 'pending',
  version: 1,
  wording: null,
  verbatim: 'Hồ sơ trễ hẹn thì hỏi ở đâu?',
  line: null,
  direct: false,
  nature: 'ask',
  topicId: null,
  agencyId: null,
  priority: 'normal',
  callerLine: 'một khán giả',
  caller: null,
  note: null,
  leadSpeakerId: null,
  supportingSpeakerIds: [],
  order: null,
  mergedIntoId: null,
  loggedBy: { id: randomUUID(), name: 'thuky1' },
  loggedAt: '2026-11-21T02:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
  reason: null,
  onAirSince: null,
  answer: null,
  askers: [],
  moves: [],
  ...part,
})

export const byId = (questions: readonly DeskQuestion[]) =>
  new Map(questions.map(question => [question.id, question]))
