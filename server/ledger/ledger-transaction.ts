import type pg from 'pg'
import type { Batches, Statement } from '../database/batch.js'
import { Transaction } from '../database/transaction.js'
import { DomainError } from '../errors/domain-error.js'
import { INSERT_ENTRY, LOCK_PROGRAM } from './ledger.sql.js'

/**
 * The programme's row as the lock returned it. Features know its other columns. `previousId`: the command that made
 * the revision before this one.
 */
export type LockedProgram = { id: string; revision: number; previousId: string | null } & Record<
  string,
  unknown
>

/** The inside of one recorded change. Only SQL is awaited here. */
export class LedgerTransaction extends Transaction {
  /** What features know of the programme as it stands behind the lock, if anything. */
  known: unknown
  private locked: LockedProgram | undefined

  constructor(
    connection: Batches,
    /** The moment of the change. */
    readonly now: Date,
    /** Whether it may read: not while it is decided by heart. */
    private readonly reads = true,
  ) {
    super(connection)
  }

  override query<Row extends pg.QueryResultRow>(statement: Statement, values: unknown[]): Promise<Row[]> {
    return this.reads ? super.query<Row>(statement, values) : Promise.reject(new Error('not known by heart'))
  }

  lockedBy(program: LockedProgram, known?: unknown): void {
    this.locked = program
    this.known = known
  }

  /** The programme, locked, with the revision that this change will be. */
  get program(): LockedProgram {
    if (!this.locked) throw new Error('the programme is not locked yet')
    return this.locked
  }

  /** The revision that this change will be. */
  get revision(): number {
    return this.program.revision
  }

  /** Makes the change known in a second programme too: its revision, its entry, its notification. */
  async alsoIn(programId: string, type: string, targetId: string, by: unknown): Promise<LockedProgram> {
    const [other] = await this.query<LockedProgram>(LOCK_PROGRAM, [programId])
    if (!other) throw new DomainError('program.not_found')
    const told = `${programId}:${other.revision}`
    const entry = [
      programId,
      other.revision,
      null,
      by,
      type,
      targetId,
      null,
      null,
      null,
      this.now,
      null,
      told,
    ]
    this.write(INSERT_ENTRY, entry)
    return other
  }
}
