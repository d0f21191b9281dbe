import type { Phase } from '#protocol/program.js'
import type { Person, Role } from '#protocol/roles.js'
import type { Question, Ranked } from './question.js'

/** What a programme's lists allow to be named in a question. */
export type ProgramLists = {
  topicIds: ReadonlySet<string>
  agencyIds: ReadonlySet<string>
  speakerIds: ReadonlySet<string>
  reasonCodes: ReadonlySet<string>
  lines: readonly { id: string; code?: string; name: string }[]
}

/** Everything a decision about a question rests on, read after the programme was locked. */
export type Scene = {
  phase: Phase
  lists: ProgramLists
  question: Question
  /** What is on air now. */
  onAir: Question | null
  /** The approved ones, first to last. */
  order: readonly Ranked[]
  /** Other questions that the command or the latest move names, by id. */
  related: ReadonlyMap<string, Question>
  actor: Person
  roles: readonly Role[]
  now: Date
}

/** What was decided: the questions as they are to be written, in that order, and what goes with it. */
export type Decision = {
  questions: Question[]
  /** Leads whose askers changed: what is shown of them changes, not their version. */
  leadIds?: string[]
  /** Askers that go to another lead. */
  adopt?: { askerIds: string[]; leadId: string }
  /** A question that left the air: overlays cued for it lose it. */
  offAirId?: string
  /** The first `take` when nobody holds the air takes it. */
  takesAir?: boolean
}

export const hotlinesOf = (lists: ProgramLists) => lists.lines.map(line => line.name)
