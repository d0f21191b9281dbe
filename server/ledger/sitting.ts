import type { Batches } from '../database/batch.js'
import { BEGIN, COMMIT, ROLLBACK } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import type { Clock } from './clock.js'
import { FIND_COMMAND, GIVE_BACK, INSERT_ENTRY, LOCK_PROGRAM } from './ledger.sql.js'
import { LedgerTransaction, type LockedProgram } from './ledger-transaction.js'
import {
  type Committed,
  type FoundCommand,
  type Outcome,
  type Recorded,
  type Recording,
  sameCommand,
} from './recording.js'

/** What came of a command, to be told when the transaction is over. */
export type Ending = { outcome: Outcome<unknown> } | { refusal: DomainError }

/**
 * One transaction on a programme, in which commands are carried out one behind the other: each reads what those before
 * it wrote. The writes of one leave with the lock and the reads of the next, in one round trip.
 */
export class Sitting {
  readonly committed: Committed[] = []
  /** What was sent and not awaited yet. */
  private sent: Promise<unknown>[]
  /** A revision that a refused command did not use: the next one's. */
  private unused: LockedProgram | undefined

  constructor(
    private readonly connection: Batches,
    private readonly clock: Clock,
  ) {
    this.sent = [connection.query(BEGIN)]
  }

  /** Lock, read, decide, write. A refusal leaves nothing behind; any other fault ends the whole sitting. */
  async carryOut({ command, found, read, work }: Recording<unknown, unknown>): Promise<Ending> {
    const { connection } = this
    const transaction = new LedgerTransaction(connection, this.clock.now())
    const [, , [locked], [earlier], rows] = await allOrFirstFault([
      allOrFirstFault(this.sent),
      found(transaction),
      // The row lock comes first: everything read after it is stable.
      this.unused ? [this.unused] : connection.query<LockedProgram>(LOCK_PROGRAM, [command.programId]),
      connection.query<FoundCommand>(FIND_COMMAND, [command.id]),
      read(transaction),
    ])
    this.sent = []
    this.unused = locked
    try {
      if (earlier) return { outcome: { replayed: true, revision: sameCommand(earlier, command).revision } }
      if (!locked) throw new DomainError('program.not_found')
      transaction.lockedBy(locked)
      const recorded = await work(transaction, rows)
      this.write(transaction, command, recorded)
      return { outcome: { replayed: false, revision: locked.revision, result: recorded.result } }
    } catch (error) {
      if (!(error instanceof DomainError) || transaction.hasSent) throw error
      return { refusal: error }
    }
  }

  private write(
    transaction: LedgerTransaction,
    command: Recording<unknown, unknown>['command'],
    recorded: Recorded<unknown>,
  ): void {
    const { revision, now } = transaction
    const { programId, type, by } = command
    transaction.write(INSERT_ENTRY, [
      programId,
      revision,
      command.id,
      by,
      type,
      command.targetId,
      recorded.from ?? null,
      recorded.to ?? null,
      recorded.reasonCode ?? null,
      now,
      recorded.spanFrom ?? null,
      told({ programId, revision }),
    ])
    this.sent = [...transaction.sendWrites()]
    this.unused = undefined
    this.committed.push({ programId, revision, at: now, type, by, touched: recorded.touched })
  }

  /** Commits together with the last writes; without any there is nothing to commit. */
  async end(): Promise<void> {
    const { connection, committed, unused } = this
    if (committed.length === 0) return void (await connection.query(ROLLBACK))
    if (unused) this.sent.push(connection.query(GIVE_BACK, [unused.id]))
    await allOrFirstFault([...this.sent, connection.query(COMMIT)])
  }
}

/** What PostgreSQL tells of a commit. */
export const told = ({ programId, revision }: Pick<Committed, 'programId' | 'revision'>) =>
  `${programId}:${revision}`

/** Waits for all, so that nothing is left running on the connection, then throws the first fault in order. */
async function allOrFirstFault<T extends readonly unknown[]>(
  promises: readonly [...{ [K in keyof T]: Promise<T[K]> | T[K] }],
): Promise<T> {
  const settled = await Promise.allSettled(promises)
  for (const result of settled as PromiseSettledResult<unknown>[])
    if (result.status === 'rejected') throw result.reason
  return settled.map(result => (result as PromiseFulfilledResult<unknown>).value) as unknown as T
}
