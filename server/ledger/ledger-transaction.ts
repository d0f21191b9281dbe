import type pg from 'pg'
import { DomainError } from '../errors/domain-error.js'
import { INSERT_ENTRY, LOCK_PROGRAM } from './ledger.sql.js'

/** The programme's row as the lock returned it. Features know its other columns. */
export type LockedProgram = { id: string; revision: number } & Record<string, unknown>

/** A statement: named ones are parsed once per connection. */
export type Statement = { name?: string; text: string }

/** The inside of one recorded change. Only SQL is awaited here. */
export class LedgerTransaction {
  readonly writes: Promise<unknown>[] = []
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

  async query<Row extends pg.QueryResultRow>(statement: Statement, values: unknown[]): Promise<Row[]> {
    return (await this.client.query<Row>({ ...statement, values })).rows
  }

  /** Sends a write without waiting: it is awaited with the commit, and its fault undoes everything. */
  write(statement: Statement, values: unknown[]): void {
    const writing = this.client.query({ ...statement, values })
    // Whoever commits hears of a fault; until then it must not count as unhandled.
    writing.catch(() => {})
    this.writes.push(writing)
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
