import type pg from 'pg'
import type { Batches, Statement } from './batch.js'

/** The inside of one transaction. Only SQL is awaited here. */
export class Transaction {
  private readonly kept: { statement: Statement; values: unknown[] }[] = []
  private readonly sent: Promise<unknown>[] = []

  constructor(private readonly connection: Batches) {}

  /** Reads, behind everything that was written before. */
  query<Row extends pg.QueryResultRow>(statement: Statement, values: unknown[]): Promise<Row[]> {
    this.sendWrites()
    return this.connection.query<Row>(statement, values)
  }

  /** Keeps a write to be sent with the others; it is awaited with the commit, and its fault undoes everything. */
  write(statement: Statement, values: unknown[]): void {
    this.kept.push({ statement, values })
  }

  get hasSent(): boolean {
    return this.sent.length > 0
  }

  /** Sends the writes that were kept, in their order, and returns all that were ever sent. */
  sendWrites(): readonly Promise<unknown>[] {
    for (const { statement, values } of this.kept.splice(0)) {
      const writing = this.connection.query(statement, values)
      // Whoever commits hears of a fault; until then it must not count as unhandled.
      writing.catch(() => {})
      this.sent.push(writing)
    }
    return this.sent
  }
}
