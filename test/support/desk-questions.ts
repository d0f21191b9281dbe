import type { StaffQuestion } from '../../protocol/question.js'
import type { LiveState } from '../../client/src/live/live-state.js'
import { LAN, MORNING, idOf } from './scenes.js'

/** A question as a desk has it. */
export const deskQuestion = (number: number, rest: Partial<StaffQuestion> = {}): StaffQuestion => ({
  id: idOf(number),
  number,
  state: 'pending',
  version: 1,
  wording: null,
  line: null,
  direct: false,
  nature: 'ask',
  topicId: null,
  agencyId: null,
  priority: 'normal',
  callerLine: 'một khán giả',
  leadSpeakerId: null,
  supportingSpeakerIds: [],
  order: null,
  mergedIntoId: null,
  loggedBy: LAN,
  loggedAt: MORNING.toISOString(),
  decidedBy: null,
  decidedAt: null,
  reason: null,
  onAirSince: null,
  answer: null,
  moves: [],
  verbatim: 'Bao giờ đường được sửa?',
  note: null,
  caller: null,
  askers: [],
  ...rest,
})

/** What a desk's live store holds of questions, in the programme 900. */
export const storeOf = (...questions: StaffQuestion[]) =>
  ({
    programId: idOf(900),
    questions: new Map(questions.map(question => [question.id, question])),
  }) as unknown as LiveState
