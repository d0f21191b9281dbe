import type pg from 'pg'

/** A statement: named ones are parsed once per connection. */
export type Statement = { name?: string; text: string }

/** The inside of one transaction. Only SQL is awaited here. */
export class Transaction {
  private readonly kept: pg.QueryConfig[] = []
  private readonly sent: Promise<unknown>[] = []

  constructor(private readonly client: pg.PoolClient) {}

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
}
