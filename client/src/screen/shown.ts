import type { Speaker } from '#protocol/program.js'
import type { ScreenQuestion } from '#protocol/question.js'
import type { LiveState } from '../live/live-state.js'

type Shown = Pick<LiveState, 'questions' | 'program'>

const all = (state: Shown) => [...state.questions.values()] as ScreenQuestion[]

/** What is being answered. */
export const nowOf = (state: Shown): ScreenQuestion | undefined =>
  all(state).find(question => question.state === 'on_air')

/** The running order: the first is NEXT. Compared by code unit, as the wire says. */
export const approvedOf = (state: Shown): ScreenQuestion[] =>
  all(state)
    .filter(question => question.state === 'approved')
    .toSorted((a, b) => ((a.order ?? '') < (b.order ?? '') ? -1 : 1))

/** Whether questions are on the air in this phase. */
export const isRunning = (state: Shown) => state.program.phase === 'live' || state.program.phase === 'paused'

/** What a screen has to paint: the large question, whether it is being answered, and the running order after it. */
export type OnGlass = { question: ScreenQuestion; now: ScreenQuestion | undefined; after: ScreenQuestion[] }

/**
 * From the opening of the lines on, what is being answered, or else what comes next, stands large. Without either,
 * and before and after, a screen shows the title.
 */
export function onGlass(state: Shown): OnGlass | undefined {
  if (!isRunning(state) && state.program.phase !== 'open') return undefined
  const now = isRunning(state) ? nowOf(state) : undefined
  const approved = approvedOf(state)
  const question = now ?? approved[0]
  return question && { question, now, after: now ? approved : approved.slice(1) }
}

export type Part = 'lead' | 'supporting'

/** What a seat has to do with a question. */
export function partOf(question: ScreenQuestion, speakerId: string | null): Part | undefined {
  if (!speakerId) return undefined
  if (question.leadSpeakerId === speakerId) return 'lead'
  return question.supportingSpeakerIds.includes(speakerId) ? 'supporting' : undefined
}

/** "Ghế 2 – Sở Nội vụ"; a seat without an agency goes by name. */
export const seatWords = (speaker: Speaker, seat: string) => `${seat} – ${speaker.agency || speaker.name}`
