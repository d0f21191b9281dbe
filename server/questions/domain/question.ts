import type { AnswerView, MoveName, Nature, Priority, QuestionState, Reason } from '#protocol/question.js'
import type { Person } from '#protocol/roles.js'
import type { Caller } from '../../callers/domain/caller.js'

/** Somebody who asked the same: a question merged into this one. */
export type Asker = { id: string; number: number; caller: Caller | null }

/** What a move may change and an undo puts back. */
export type Undoable = {
  state: QuestionState
  wording: string | null
  allowedNumbers: string[]
  order: string | null
  reason: Reason | null
  leadSpeakerId: string | null
  supportingSpeakerIds: string[]
  topicId: string | null
  agencyId: string | null
  note: string | null
  mergedIntoId: string | null
  onAirSince: Date | null
  decidedBy: Person | null
  decidedAt: Date | null
}

/** What a `take` changes of the question it puts off the air. No text: that one may be erased by itself. */
export type Displaced = Pick<Undoable, 'state' | 'order' | 'onAirSince' | 'decidedBy' | 'decidedAt'>

/** The latest move of a question while it can be undone: what it gave, and what was there before. */
export type LastMove = {
  move: MoveName
  version: number
  before: Undoable
  /** The neighbours in the running order at that time, when there was a place in it. */
  neighbours?: { previousId: string | null; nextId: string | null }
  /** The question that a `take` put off the air, as the take left it. */
  displaced?: { id: string; version: number; before: Displaced }
  /** The askers that a merge took along to the new lead. */
  askerIds?: string[]
}

/** A question as it is kept. `revision` is the programme's revision that last changed what anybody sees of it. */
export type Question = Undoable & {
  id: string
  programId: string
  number: number
  run: number
  version: number
  revision: number
  verbatim: string
  line: string | null
  direct: boolean
  nature: Nature
  priority: Priority
  caller: Caller | null
  answer: AnswerView | null
  loggedBy: Person
  loggedAt: Date
  takenAt: Date | null
  lastMove: LastMove | null
  /** Folded text of what secretaries and moderators see, and of what a producer sees. */
  searchText: string
  searchShown: string
  /** What it is about, for likening it to others. Null: to be made anew when the program starts. */
  gist: string | null
  /** Screens may hold it: when it leaves them they are told; of others they hear nothing, not even the id. */
  wasApproved: boolean
  /** Loaded beside the row, by number. */
  askers: Asker[]
}

/** What screens are shown: approved, or on air. */
export const isShown = (question: Pick<Question, 'state'>) =>
  question.state === 'approved' || question.state === 'on_air'

/** A place in the running order. */
export type Ranked = { id: string; order: string }

export function undoable(question: Question): Undoable {
  return {
    state: question.state,
    wording: question.wording,
    allowedNumbers: question.allowedNumbers,
    order: question.order,
    reason: question.reason,
    leadSpeakerId: question.leadSpeakerId,
    supportingSpeakerIds: question.supportingSpeakerIds,
    topicId: question.topicId,
    agencyId: question.agencyId,
    note: question.note,
    mergedIntoId: question.mergedIntoId,
    onAirSince: question.onAirSince,
    decidedBy: question.decidedBy,
    decidedAt: question.decidedAt,
  }
}
