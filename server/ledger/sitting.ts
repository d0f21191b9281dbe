import type { Batches } from '../database/batch.js'
import { BEGIN, COMMIT, ROLLBACK } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import type { Clock } from './clock.js'
import {
  FIND_COMMAND,
  GIVE_BACK,
  INSERT_ENTRY,
  LOCK_KNOWN,
  LOCK_PROGRAM,
  MUST_BE_NEW,
  NEXT_REVISION,
} from './ledger.sql.js'
import { LedgerTransaction, type LockedProgram } from './ledger-transaction.js'
import {
  type Command,
  type Committed,
  type FoundCommand,
  type Head,
  type Outcome,
  type Recorded,
  type Recording,
  sameCommand,
} from './recording.js'

/** What came of a command, to be told when the transaction is over. */
export type Ending = { outcome: Outcome<unknown> } | { refusal: DomainError }

/**
 * One transaction on a programme, in which commands are carried out one behind the other. Each is decided on what is
 * known of the programme, or else on what is read behind the lock. What is decided by heart leaves with what follows,
 * and stands only if the database has the programme at the revision, and by the command, at which it was known.
 */
export class Sitting {
  readonly committed: Committed[] = []
  private kept: (() => readonly Promise<unknown>[])[] = [() => [this.connection.query(BEGIN)]]
  /** What was sent and not awaited yet. */
  private sent: Promise<unknown>[] = []
  /** A revision that a refused command did not use: the next one's. */
  private unused: LockedProgram | undefined
  private holdsLock = false

  constructor(
    private readonly connection: Batches,
    private readonly clock: Clock,
    /** What is known of the programme: of the latest commit here, later of the latest command of this sitting. */
    public head: Head | undefined,
  ) {}

  /** A refusal leaves nothing behind; any other fault ends the whole sitting. */
  async carryOut(one: Recording<unknown, unknown>): Promise<Ending> {
    return (await this.byHeart(one)) ?? this.byReading(one)
  }

  /** Decides without asking. Nobody is refused by heart: whatever stands in the way is looked at again. */
  private async byHeart({ command, recall, work }: Recording<unknown, unknown>): Promise<Ending | undefined> {
    const { connection, head } = this
    const rows = head && !this.unused ? recall(head.known) : undefined
    if (!head || !rows) return undefined
    const { program, commandId: previousId } = head
    const transaction = new LedgerTransaction(connection, this.clock.now(), false)
    transaction.lockedBy({ ...program, revision: program.revision + 1, previousId }, head.known)
    try {
      const recorded = await work(transaction, rows)
      const lock = this.holdsLock
        ? () => connection.query(NEXT_REVISION, [program.id])
        : () => connection.query(LOCK_KNOWN, [program.id, program.revision, previousId])
      this.kept.push(() => [lock(), connection.query(MUST_BE_NEW, [command.id])])
      this.holdsLock = true
      return this.write(transaction, command, recorded)
    } catch (error) {
      if (!(error instanceof DomainError)) this.head = undefined
      return undefined
    }
  }

  /** Lock, read, decide, write. */
  private async byReading(one: Recording<unknown, unknown>): Promise<Ending> {
    const { connection } = this
    const { command, found, read, work } = one
    const transaction = new LedgerTransaction(connection, this.clock.now())
    this.send()
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
    this.holdsLock = true
    try {
      if (earlier) return { outcome: { replayed: true, revision: sameCommand(earlier, command).revision } }
      if (!locked) throw new DomainError('program.not_found')
      if (!isNext(locked, this.head)) this.head = undefined
      transaction.lockedBy(locked, this.head?.known)
      const recorded = await work(transaction, rows)
      this.unused = undefined
      return this.write(transaction, command, recorded)
    } catch (error) {
      if (!(error instanceof DomainError) || transaction.hasSent) throw error
      return { refusal: error }
    }
  }

  private write(transaction: LedgerTransaction, command: Command, recorded: Recorded<unknown>): Ending {
    const { program, revision, now } = transaction
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
    this.kept.push(() => transaction.sendWrites())
    this.committed.push({ programId, revision, at: now, type, by, touched: recorded.touched })
    const { row, known } = recorded
    this.head = row && { program: { ...program, ...row }, commandId: command.id, known }
    return { outcome: { replayed: false, revision, result: recorded.result } }
  }

  /** Commits together with the last writes; without any there is nothing to commit. */
  async end(): Promise<void> {
    const { connection, committed, unused } = this
    this.send()
    if (unused && committed.length > 0) this.sent.push(connection.query(GIVE_BACK, [unused.id]))
    await allOrFirstFault([...this.sent, connection.query(committed.length > 0 ? COMMIT : ROLLBACK)])
  }

  private send(): void {
    for (const keep of this.kept.splice(0)) this.sent.push(...keep())
  }
}

/** A revision alone does not name a state: one that was never committed is made again. */
const isNext = ({ revision, previousId }: LockedProgram, head: Head | undefined) =>
  head?.program.revision === revision - 1 && head.commandId === previousId

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
