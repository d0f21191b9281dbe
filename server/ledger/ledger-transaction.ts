import type { Batches } from '../database/batch.js'
import { Transaction } from '../database/transaction.js'
import { DomainError } from '../errors/domain-error.js'
import { INSERT_ENTRY, LOCK_PROGRAM } from './ledger.sql.js'

/** The programme's row as the lock returned it. Features know its other columns. */
export type LockedProgram = { id: string; revision: number } & Record<string, unknown>

/** The inside of one recorded change. Only SQL is awaited here. */
export class LedgerTransaction extends Transaction {
  private locked: LockedProgram | undefined

  constructor(
    connection: Batches,
    /** The moment of the change. */
    readonly now: Date,
  ) {
    super(connection)
  }

  lockedBy(program: LockedProgram): void {
    this.locked = program
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
