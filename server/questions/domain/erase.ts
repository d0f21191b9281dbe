import type { Person } from '#protocol/roles.js'
import type { Question } from './question.js'

/** A question of which nothing was said, or nothing may be kept. */
export const NO_CONTENT = {
  verbatim: '',
  wording: null,
  allowedNumbers: [],
  line: null,
  direct: false,
  nature: 'ask',
  topicId: null,
  agencyId: null,
  priority: 'normal',
  note: null,
  caller: null,
  leadSpeakerId: null,
  supportingSpeakerIds: [],
  order: null,
  mergedIntoId: null,
  reason: null,
  answer: null,
  takenAt: null,
  onAirSince: null,
  lastMove: null,
  searchText: '',
  searchShown: '',
  gist: '',
  askers: [],
} satisfies Partial<Question>

/**
 * What is left of a question that was a denunciation: its number, when, and who dealt with it. The denouncer's
 * identity is secret (Law 25/2018/QH14, article 9), so nothing of what was said or of who said it stays.
 */
export const erased = (question: Question, by: Person, now: Date): Question => ({
  ...question,
  ...NO_CONTENT,
  state: 'diverted',
  version: question.version + 1,
  decidedBy: by,
  decidedAt: now,
})
