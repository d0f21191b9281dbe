import { randomUUID } from 'node:crypto'
import type { StaffQuestion } from '../../protocol/question.js'
import type { LiveState } from '../../client/src/live/live-state.js'
import type { DeskQuestion } from '../../client/src/questions/columns.js'
import { idOf } from './scenes.js'

/** A question as a desk has it, pending unless said otherwise. */
export const deskQuestion = (part: Partial<StaffQuestion> = {}): StaffQuestion => ({
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

/** One that is known by its number. */
export const numbered = (number: number, part: Partial<StaffQuestion> = {}): StaffQuestion =>
  deskQuestion({ id: idOf(number), number, ...part })

/** What a desk's live store holds of questions, in the programme 900. */
export const storeOf = (...questions: StaffQuestion[]) =>
  ({ programId: idOf(900), questions: byId(questions) }) as unknown as LiveState
