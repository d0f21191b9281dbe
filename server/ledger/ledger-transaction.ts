import type pg from 'pg'
import { DomainError } from '../errors/domain-error.js'
import { INSERT_ENTRY, LOCK_PROGRAM } from './ledger.sql.js'

/** The programme's row as the lock returned it. Features know its other columns. */
export type LockedProgram = { id: string; revision: number } & Record<string, unknown>

/** A statement: named ones are parsed once per connection. */
export type Statement = { name?: string; text: string }

/** The inside of one recorded change. Only SQL is awaited here. */
export class LedgerTransaction {
  private readonly kept: pg.QueryConfig[] = []
  private readonly sent: Promise<unknown>[] = []
  private locked: LockedProgram | undefined

  constructor(
    private readonly client: pg.PoolClient,
    /** The moment of the change. */
    readonly now: Date,
  ) {}

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

  /** Reads, behind everything that was written before. */
  async query<Row extends pg.QueryResultRow>(statement: Statement, values: unknown[]): Promise<Row[]> {
    this.sendWrites()
    return (await this.client.query<Row>({ ...statement, values })).rows
  }

  /** Keeps a write to be sent with the others; it is awaited with the commit, and its fault undoes everything. */
  write(statement: Statement, values: unknown[]): void {
    this.kept.push({ ...statement, values })
  }

  /** Sends the writes that were kept, in their order, and returns all that were ever sent. */
  sendWrites(): readonly Promise<unknown>[] {
    for (const write of this.kept.splice(0)) {
      const writing = this.client.query(write)
      // Whoever commits hears of a fault; until then it must not count as unhandled.
      writing.catch(() => {})
      this.sent.push(writing)
    }
    return this.sent
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
