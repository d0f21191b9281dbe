import { Injectable } from '@nestjs/common'
import type { Person } from '#protocol/roles.js'
import { isTaken, sqlState } from '../errors/database-fault.js'
import { DomainError } from '../errors/domain-error.js'
import { Batches } from '../database/batch.js'
import { BEGIN, COMMIT, Database, ROLLBACK } from '../database/database.js'
import { Clock } from './clock.js'
import { FIND_COMMAND, INSERT_ENTRY, LOCK_PROGRAM } from './ledger.sql.js'
import { LedgerTransaction, type LockedProgram } from './ledger-transaction.js'
import { Turns } from './turns.js'

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

/** How long a command waits in all for a programme that somebody holds: a stalled instance is cut off in 2 s. */
const PATIENCE_MS = 3000
const LOCK_NOT_AVAILABLE = '55P03'
const DEADLOCK = '40P01'

/** The one way to change a programme. */
@Injectable()
export class Ledger {
  private announce: (committed: Committed) => void = () => {}
  private readonly turns = new Turns()
  /** Commits that are under way, by what PostgreSQL tells of them. */
  private readonly underWay = new Map<string, Promise<unknown>>()

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The feed of this instance listens here, and so hears of a commit before PostgreSQL can tell it. */
  onCommitted(announce: (committed: Committed) => void): void {
    this.announce = announce
  }

  /** When a commit of this instance that PostgreSQL told of already is over, if it is under way. */
  committing(told: string): Promise<unknown> | undefined {
    return this.underWay.get(told)
  }

  /**
   * Carries out a command in one transaction: lock, read, decide, write, entry, notification, commit.
   * `read` is sent right behind the lock, in the same round trip; `work` decides on it and writes.
   * A command that was carried out before is not carried out again, but answered with its revision.
   * `found` makes the programme itself, before there is one to lock.
   */
  async record<Rows, Result>(
    command: Command,
    read: (transaction: LedgerTransaction) => Promise<Rows>,
    work: (transaction: LedgerTransaction, rows: Rows) => Promise<Recorded<Result>> | Recorded<Result>,
    found: (transaction: LedgerTransaction) => Promise<unknown> = nothing,
  ): Promise<Outcome<Result>> {
    // Waiting for its turn is part of the wait: whoever asked hears of it in time, and may ask elsewhere.
    const until = this.clock.monotonic() + PATIENCE_MS
    return this.turns.take(command.programId, PATIENCE_MS, () =>
      this.untilDone(until, command, read, work, found),
    )
  }

  private async untilDone<Rows, Result>(
    until: number,
    command: Command,
    read: (transaction: LedgerTransaction) => Promise<Rows>,
    work: (transaction: LedgerTransaction, rows: Rows) => Promise<Recorded<Result>> | Recorded<Result>,
    found: (transaction: LedgerTransaction) => Promise<unknown>,
  ): Promise<Outcome<Result>> {
    for (;;) {
      try {
        return await this.attempt(command, read, work, found)
      } catch (error) {
        const state = sqlState(error)
        const again = state === LOCK_NOT_AVAILABLE || state === DEADLOCK
        if (!again || this.clock.monotonic() >= until) throw this.asRefusal(error, command)
      }
    }
  }

  private async attempt<Rows, Result>(
    command: Command,
    read: (transaction: LedgerTransaction) => Promise<Rows>,
    work: (transaction: LedgerTransaction, rows: Rows) => Promise<Recorded<Result>> | Recorded<Result>,
    found: (transaction: LedgerTransaction) => Promise<unknown> = nothing,
  ): Promise<Outcome<Result>> {
    const client = await this.database.connect()
    const connection = new Batches(client)
    let broken: unknown
    try {
      const transaction = new LedgerTransaction(connection, this.clock.now())
      const [, , [locked], [earlier], rows] = await allOrFirstFault([
        connection.query(BEGIN),
        found(transaction),
        // The row lock comes first: everything read after it is stable.
        connection.query<LockedProgram>(LOCK_PROGRAM, [command.programId]),
        connection.query<FoundCommand>(FIND_COMMAND, [command.id]),
        read(transaction),
      ])
      if (earlier) {
        await connection.query(ROLLBACK)
        return { replayed: true, revision: sameCommand(earlier, command).revision }
      }
      if (!locked) throw new DomainError('program.not_found')
      transaction.lockedBy(locked)
      const recorded = await work(transaction, rows)
      return await this.commit(connection, transaction, command, recorded)
    } catch (error) {
      broken = await rollBack(connection)
      throw error
    } finally {
      client.release(broken instanceof Error ? broken : undefined)
    }
  }

  /** Entry, notification and commit go out together with the last writes. */
  private async commit<Result>(
    connection: Batches,
    transaction: LedgerTransaction,
    command: Command,
    recorded: Recorded<Result>,
  ): Promise<Outcome<Result>> {
    const { program, now } = transaction
    const told = `${command.programId}:${program.revision}`
    transaction.write(INSERT_ENTRY, [
      command.programId,
      program.revision,
      command.id,
      command.by,
      command.type,
      command.targetId,
      recorded.from ?? null,
      recorded.to ?? null,
      recorded.reasonCode ?? null,
      now,
      recorded.spanFrom ?? null,
      told,
    ])
    const committing = allOrFirstFault([...transaction.sendWrites(), connection.query(COMMIT)]).then(() =>
      this.announce({
        programId: command.programId,
        revision: program.revision,
        at: now,
        type: command.type,
        by: command.by,
        touched: recorded.touched,
      }),
    )
    const over = committing.catch(() => {}).finally(() => this.underWay.delete(told))
    this.underWay.set(told, over)
    await committing
    return { replayed: false, revision: program.revision, result: recorded.result }
  }

  /**
   * Two programmes may be told the same id in the same instant: the database lets one of them have it, as the id of
   * the command or of the thing that it makes.
   */
  private asRefusal(error: unknown, command: Command): unknown {
    return isTaken(error, command.id) ? new DomainError('request.id_used') : error
  }
}

const nothing = () => Promise.resolve()

type FoundCommand = {
  programId: string
  revision: number
  accountId: string | null
  type: string | null
  targetId: string | null
}

function sameCommand(earlier: FoundCommand, command: Command): FoundCommand {
  // A screen that was pointed at another programme is still the same screen; what a command makes has its own id.
  const same =
    (earlier.programId === command.programId || command.targetId !== command.id) &&
    earlier.accountId === command.by.id &&
    earlier.type === command.type &&
    earlier.targetId === command.targetId
  if (!same) throw new DomainError('request.id_used')
  return earlier
}

/** Waits for all, so that nothing is left running on the connection, then throws the first fault in order. */
async function allOrFirstFault<T extends readonly unknown[]>(
  promises: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const settled = await Promise.allSettled(promises)
  for (const result of settled as PromiseSettledResult<unknown>[])
    if (result.status === 'rejected') throw result.reason
  return settled.map(result => (result as PromiseFulfilledResult<unknown>).value) as unknown as T
}

async function rollBack(connection: Batches): Promise<unknown> {
  try {
    await connection.query(ROLLBACK)
    return undefined
  } catch (error) {
    return error
  }
}
