import pg from 'pg'

/** A statement: named ones are parsed once per connection, and what their rows look like is asked once. */
export type Statement = { name?: string; text: string }

/** What the driver tells a query; it has no types for it. */
type Told = pg.Query & {
  name?: string
  text: string
  callback: (fault: Error | null, result: pg.QueryResult) => void
  handleRowDescription(description: Description): void
  handleDataRow(row: unknown): void
  handleCommandComplete(message: unknown, connection: Wire): void
  handleReadyForQuery(connection: Wire): void
  handleError(fault: Error, connection: Wire): void
}
type Description = { fields: unknown[] }
type Wire = {
  stream: { cork(): void; uncork(): void }
  parsedStatements: Record<string, string | undefined>
  submittedNamedStatements: Record<string, string | undefined>
  describe(message: unknown): void
  close(message: { type: 'S'; name: string }): void
  sync(): void
}

/** What the rows of a connection's named statements look like; null: it returns none. */
const seen = new WeakMap<Wire, Map<string, Description | null>>()
const nothing = () => {}

/**
 * Statements that leave in one packet and are answered in one: PostgreSQL is woken once for all of them, and wakes us
 * once. The driver's pipeline mode would end each with a Sync, and so have each answered by itself. After a fault
 * PostgreSQL skips the rest, COMMIT too.
 */
class Batch extends pg.Query {
  private readonly queries: Told[] = []
  /** Which of them is being answered. */
  private at = 0
  private connection: Wire | undefined
  /** Called at the end, and by the driver's clock when the answer is late. What was answered before a fault stands. */
  callback = (fault: Error | null): void => {
    for (const [index, query] of this.queries.entries())
      if (index < this.at) query.handleReadyForQuery(this.connection!)
      else if (fault) query.handleError(fault, this.connection!)
  }

  constructor() {
    super({ text: '' })
  }

  add<Row extends pg.QueryResultRow>(
    { name, text }: Statement,
    values: unknown[],
  ): Promise<pg.QueryResult<Row>> {
    const query = new pg.Query({
      ...(name && { name }),
      text,
      values,
      queryMode: 'extended',
    } as never) as Told
    this.queries.push(query)
    return new Promise((resolve, reject) => {
      query.callback = (fault, result) => (fault ? reject(fault) : resolve(result as pg.QueryResult<Row>))
    })
  }

  override submit = (connection: unknown): void => {
    const wire = (this.connection = connection as Wire)
    const known = seen.get(wire) ?? new Map<string, Description | null>()
    seen.set(wire, known)
    wire.stream.cork()
    try {
      for (const query of this.queries) {
        const quiet = Object.create(wire, { sync: { value: nothing } }) as Wire
        if (query.name && known.has(query.name)) quiet.describe = nothing
        query.submit(quiet as never)
      }
      wire.sync()
    } finally {
      wire.stream.uncork()
    }
    this.begin()
  }

  handleRowDescription(description: Description): void {
    const query = this.queries[this.at]!
    if (query.name) seen.get(this.connection!)!.set(query.name, description)
    query.handleRowDescription(description)
  }

  handleDataRow(row: unknown): void {
    this.queries[this.at]!.handleDataRow(row)
  }

  handleCommandComplete(message: unknown): void {
    const wire = this.connection!
    const query = this.queries[this.at]!
    query.handleCommandComplete(message, wire)
    if (query.name) {
      wire.parsedStatements[query.name] = query.text
      delete wire.submittedNamedStatements[query.name]
      const known = seen.get(wire)!
      if (!known.has(query.name)) known.set(query.name, null)
    }
    this.at++
    this.begin()
  }

  handleReadyForQuery(): void {
    this.callback(null)
  }

  handleError(fault: Error): void {
    for (const { name } of this.queries.slice(this.at)) this.forget(name)
    this.callback(fault)
  }

  /** Rows of a statement that is known come without a description. */
  private begin(): void {
    const query = this.queries[this.at]
    const description = query?.name && seen.get(this.connection!)!.get(query.name)
    if (description) query!.handleRowDescription(description)
  }

  /** PostgreSQL may have read it before the fault or skipped it: closed, it is neither, and is sent anew. */
  private forget(name: string | undefined): void {
    const wire = this.connection
    if (!name || !wire || wire.parsedStatements[name] !== undefined) return
    delete wire.submittedNamedStatements[name]
    wire.close({ type: 'S', name })
  }
}

/** A connection on which whatever is asked in one go, without waiting in between, is one batch. */
export class Batches {
  private open: Batch | undefined

  constructor(private readonly client: pg.ClientBase) {}

  async query<Row extends pg.QueryResultRow>(statement: Statement, values: unknown[] = []): Promise<Row[]> {
    return (await this.gathering().add<Row>(statement, values)).rows
  }

  private gathering(): Batch {
    if (this.open) return this.open
    const batch = (this.open = new Batch())
    queueMicrotask(() => {
      this.open = undefined
      this.client.query(batch)
    })
    return batch
  }
}
