import type { Speaker } from '#protocol/program.js'
import type { ScreenQuestion } from '#protocol/question.js'
import type { LiveState } from '../live/live-state.js'

const all = (state: LiveState) => [...state.questions.values()] as ScreenQuestion[]

/** What is being answered. */
export const nowOf = (state: LiveState): ScreenQuestion | undefined =>
  all(state).find(question => question.state === 'on_air')

/** The running order: the first is NEXT. Compared by code unit, as the wire says. */
export const approvedOf = (state: LiveState): ScreenQuestion[] =>
  all(state)
    .filter(question => question.state === 'approved')
    .toSorted((a, b) => ((a.order ?? '') < (b.order ?? '') ? -1 : 1))

/** Whether questions are on the air in this phase; before and after it screens show the title. */
export const isRunning = (state: LiveState) =>
  state.program.phase === 'live' || state.program.phase === 'paused'

export type Part = 'lead' | 'supporting'

/** What a seat has to do with a question. */
export function partOf(question: ScreenQuestion, speakerId: string | null): Part | undefined {
  if (!speakerId) return undefined
  if (question.leadSpeakerId === speakerId) return 'lead'
  return question.supportingSpeakerIds.includes(speakerId) ? 'supporting' : undefined
}

/** "Ghế 2 – Sở Nội vụ"; a seat without an agency goes by name. */
export const seatWords = (speaker: Speaker, seat: string) => `${seat} – ${speaker.agency || speaker.name}`
