import type { Phase } from '#protocol/program.js'
import type { MoveName, QuestionState } from '#protocol/question.js'
import type { Role } from '#protocol/roles.js'
import type { LastMove, Question } from './question.js'

type Mover = Extract<Role, 'secretary' | 'moderator'>
type Row = { by: Partial<Record<Mover, readonly QuestionState[]>>; to: QuestionState; event: string }

const ALL_BUT_DIVERTED = [
  'pending',
  'returned',
  'approved',
  'on_air',
  'answered',
  'follow_up',
  'merged',
  'rejected',
  'advised',
] as const satisfies QuestionState[]

/** The whole table: who may make which move, from which states, to which. `undo` is a row of its own kind. */
export const MOVES = {
  return: { by: { moderator: ['pending'] }, to: 'returned', event: 'question.returned' },
  resubmit: {
    by: { secretary: ['returned'], moderator: ['returned'] },
    to: 'pending',
    event: 'question.resubmitted',
  },
  approve: { by: { moderator: ['pending', 'returned'] }, to: 'approved', event: 'question.approved' },
  withdraw: { by: { moderator: ['approved', 'on_air'] }, to: 'pending', event: 'question.withdrawn' },
  take: { by: { moderator: ['approved'] }, to: 'on_air', event: 'question.taken' },
  recall: { by: { moderator: ['on_air', 'answered'] }, to: 'approved', event: 'question.recalled' },
  answer: { by: { moderator: ['on_air'] }, to: 'answered', event: 'question.answered' },
  defer: {
    by: { moderator: ['pending', 'returned', 'approved', 'on_air', 'answered'] },
    to: 'follow_up',
    event: 'question.deferred',
  },
  merge: { by: { moderator: ['pending', 'returned', 'approved'] }, to: 'merged', event: 'question.merged' },
  split: { by: { moderator: ['merged'] }, to: 'pending', event: 'question.split' },
  reject: { by: { moderator: ['pending', 'returned'] }, to: 'rejected', event: 'question.rejected' },
  restore: {
    by: { moderator: ['rejected', 'follow_up', 'advised'] },
    to: 'pending',
    event: 'question.restored',
  },
  advise: {
    by: { secretary: ['pending', 'returned'], moderator: ['pending', 'returned'] },
    to: 'advised',
    event: 'question.advised',
  },
  divert: {
    by: { secretary: ['pending', 'returned'], moderator: ALL_BUT_DIVERTED },
    to: 'diverted',
    event: 'question.diverted',
  },
} as const satisfies Record<Exclude<MoveName, 'undo'>, Row>

export type TableMove = keyof typeof MOVES

const row = (move: TableMove): Row => MOVES[move]

/** Moves that belong to the air: possible only while the programme is live or paused. */
const ON_AIR_MOVES = new Set<MoveName>(['take', 'recall', 'answer'])

/** Moves that a lead cannot make while others are merged into it: they would be lost with it. */
export const NOT_WITH_ASKERS = new Set<MoveName>(['reject', 'advise', 'divert'])

/** Moves that cannot be taken back. */
const NOT_UNDONE = new Set<MoveName>(['divert', 'undo'])

/** States in which a question can be joined by a caller or have others merged into it. */
export const JOINABLE: ReadonlySet<QuestionState> = new Set([
  'pending',
  'returned',
  'approved',
  'on_air',
  'answered',
  'follow_up',
])

/** What must be decided before the books can be closed. */
export const UNDECIDED: readonly QuestionState[] = ['pending', 'returned', 'approved', 'on_air']

const roleNamed = (move: TableMove, role: Role, state: QuestionState) =>
  row(move).by[role as Mover]?.includes(state) ?? false

/** States the move starts from, whoever makes it. */
export const startsFrom = (move: TableMove, state: QuestionState) =>
  Object.values(row(move).by).some(states => states.includes(state))

/**
 * Whether the table names one of the roles. Where the move starts from this state the role must be named for it;
 * elsewhere being named in the row at all is enough, and the state is then what refuses.
 */
export function rolesMay(
  move: MoveName,
  roles: readonly Role[],
  question: Pick<Question, 'state' | 'lastMove'>,
) {
  if (move === 'undo') return mayUndo(roles, question.lastMove?.move)
  if (startsFrom(move, question.state)) return roles.some(role => roleNamed(move, role, question.state))
  return roles.some(role => row(move).by[role as Mover] !== undefined)
}

/** An undo is for whoever may make the move it undoes. */
function mayUndo(roles: readonly Role[], undone: MoveName | undefined): boolean {
  if (!undone || undone === 'undo') return roles.includes('secretary') || roles.includes('moderator')
  return roles.some(role => row(undone).by[role as Mover] !== undefined)
}

/** Which refusal a move meets in this phase, if any. */
export function phaseRefusal(phase: Phase, move: MoveName): 'program.not_open' | 'program.closed' | null {
  if (phase === 'closed') return 'program.closed'
  if (phase === 'draft') return 'program.not_open'
  return ON_AIR_MOVES.has(move) && phase !== 'live' && phase !== 'paused' ? 'program.not_open' : null
}

/** The same for an undo: onto the air or off it only while there is air. */
export const undoRefusal = (phase: Phase, last: LastMove | null) =>
  phaseRefusal(phase, last?.move === 'take' || last?.before.state === 'on_air' ? 'take' : 'undo')

/** Whether an undo would make a lead of something that others cannot be merged into. */
export const wouldLeaveAskers = ({ askers, lastMove }: Pick<Question, 'askers' | 'lastMove'>) =>
  askers.length > 0 && lastMove !== null && !JOINABLE.has(lastMove.before.state)

/** Whether the latest move is still the latest thing that happened to the question, and can be taken back. */
export const isUndoable = (question: Pick<Question, 'version' | 'lastMove'>) =>
  question.lastMove !== null &&
  question.lastMove.version === question.version &&
  !NOT_UNDONE.has(question.lastMove.move)

/** The moves open to a reader now, in the table's order: the buttons follow the table. */
export function openMoves(
  question: Pick<Question, 'state' | 'version' | 'lastMove' | 'askers'>,
  roles: readonly Role[],
  phase: Phase,
): MoveName[] {
  const led = question.askers.length > 0
  const open: MoveName[] = (Object.keys(MOVES) as TableMove[]).filter(
    move =>
      !phaseRefusal(phase, move) &&
      !(led && NOT_WITH_ASKERS.has(move)) &&
      roles.some(role => roleNamed(move, role, question.state)),
  )
  if (
    isUndoable(question) &&
    !wouldLeaveAskers(question) &&
    !undoRefusal(phase, question.lastMove) &&
    rolesMay('undo', roles, question)
  )
    open.push('undo')
  return open
}
