import type { Person } from '#protocol/roles.js'
import { DomainError } from '../errors/domain-error.js'
import type { LedgerTransaction, LockedProgram } from './ledger-transaction.js'

/** A command as the ledger knows it: the same id, actor, type and target is the same command again. */
export type Command = {
  id: string
  programId: string
  /** What will have happened: `question.approved`. */
  type: string
  targetId: string
  by: Person
}

/** What a command's work leaves for its entry, its announcement and its caller. */
export type Recorded<Result> = {
  result: Result
  from?: string | null
  to?: string | null
  reasonCode?: string | null
  /** Of a wipe: the first revision of the span it removed. */
  spanFrom?: number
  /** What the work changed, where it is known already; else the feed reads it. */
  touched?: unknown
  /** What it changed of the programme's own row, where that can be told; else the row is read anew next time. */
  row?: Record<string, unknown>
  /** What its feature knows of the programme from now on. */
  known?: unknown
}

export type Outcome<Result> =
  { replayed: false; revision: number; result: Result } | { replayed: true; revision: number }

/** A revision that was committed here, for the feed of this instance. */
export type Committed = {
  programId: string
  revision: number
  at: Date
  type: string
  by: Person
  touched: unknown
}

/** How a command is carried out, where it is not the usual way. */
export type Manner<Rows = unknown> = {
  /** Makes the programme itself, before there is one to lock. */
  found?: (transaction: LedgerTransaction) => Promise<unknown>
  /** Changes none of the lists that are held in memory, so that others may go in the same transaction. */
  sharing?: boolean
  /** What `read` would read, if it follows from what is known. */
  recall?: (known: unknown) => Rows | undefined
}

/** A programme as the latest command here has left it, which that was, and what features know of it. */
export type Head = { program: LockedProgram; commandId: string; known: unknown }

/** A command on its way through the ledger, and who waits for what comes of it. */
export type Recording<Rows, Result> = Required<Manner<Rows>> & {
  command: Command
  read(transaction: LedgerTransaction): Promise<Rows>
  work(transaction: LedgerTransaction, rows: Rows): Promise<Recorded<Result>> | Recorded<Result>
  /** When its patience is over, on the monotonic clock. */
  until: number
  answer(outcome: Outcome<Result>): void
  refuse(error: unknown): void
}

/** An earlier command of the same id. */
export type FoundCommand = {
  programId: string
  revision: number
  accountId: string | null
  type: string | null
  targetId: string | null
}

export function sameCommand(earlier: FoundCommand, command: Command): FoundCommand {
  // A screen that was pointed at another programme is still the same screen; what a command makes has its own id.
  const same =
    (earlier.programId === command.programId || command.targetId !== command.id) &&
    earlier.accountId === command.by.id &&
    earlier.type === command.type &&
    earlier.targetId === command.targetId
  if (!same) throw new DomainError('request.id_used')
  return earlier
}
