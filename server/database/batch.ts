import pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'

/** A statement: named ones are parsed once per connection, and what their rows look like is asked once. */
export type Statement = { name?: string; text: string }

type Asked = Statement & {
  name: string
  values: (string | Buffer | null)[]
  rows: object[]
  answer(rows: object[]): void
  refuse(fault: Error): void
}
/** What the rows of a statement look like. */
type Shape = { names: string[]; parsers: ((text: string) => unknown)[] }
type Description = { fields: { name: string; dataTypeID: number }[] }

/** The driver's connection, for which it has no types. */
type Wire = {
  stream: { cork(): void; uncork(): void }
  parsedStatements: Record<string, string | undefined>
  submittedNamedStatements: Record<string, string | undefined>
  parse(message: { name: string; text: string }): void
  bind(message: { statement: string; values: Asked['values'] }): void
  describe(message: { type: 'P'; name: '' }): void
  execute(message: { portal: '' }): void
  close(message: { type: 'S'; name: string }): void
  sync(): void
}

/** The shapes of a connection's named statements that were answered once. */
const shapes = new WeakMap<Wire, Map<string, Shape>>()
const NO_ROWS: Shape = { names: [], parsers: [] }

/**
 * Statements that leave in one packet and are answered in one: PostgreSQL is woken once for all of them, and wakes us
 * once. The driver's pipeline mode would end each with a Sync, and so have each answered by itself. After a fault
 * PostgreSQL skips the rest, COMMIT too.
 */
class Batch extends pg.Query {
  private readonly asked: Asked[] = []
  /** Which of them is being answered, and in which shape. */
  private at = 0
  private shape = NO_ROWS
  private wire: Wire | undefined
  private known = new Map<string, Shape>()
  /** Called at the end, and by the driver's clock when the answer is late. What was answered before a fault stands. */
  callback = (fault: Error | null): void => {
    for (const [index, one] of this.asked.entries())
      if (index < this.at) one.answer(one.rows)
      else if (fault) one.refuse(fault)
  }

  constructor() {
    super({ text: '' })
  }

  async add({ name = '', text }: Statement, values: unknown[]): Promise<object[]> {
    const prepared = values.map(value => prepareValue(value))
    return new Promise((answer, refuse) =>
      this.asked.push({ name, text, values: prepared, rows: [], answer, refuse }),
    )
  }

  override submit = (connection: unknown): void => {
    const wire = (this.wire = connection as Wire)
    this.known = shapes.get(wire) ?? this.known
    shapes.set(wire, this.known)
    wire.stream.cork()
    for (const { name, text, values } of this.asked) {
      if (!name || !isRead(wire, name)) wire.parse({ name, text })
      if (name) wire.submittedNamedStatements[name] = text
      wire.bind({ statement: name, values })
      if (!this.known.has(name)) wire.describe({ type: 'P', name: '' })
      wire.execute({ portal: '' })
    }
    wire.sync()
    wire.stream.uncork()
    this.begin()
  }

  handleRowDescription({ fields }: Description): void {
    this.shape = {
      names: fields.map(field => field.name),
      parsers: fields.map(field => pg.types.getTypeParser(field.dataTypeID)),
    }
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { names, parsers } = this.shape
    const row: Record<string, unknown> = {}
    for (let column = 0; column < names.length; column++) {
      const told = fields[column]
      row[names[column]!] = told == null ? null : parsers[column]!(told)
    }
    this.asked[this.at]!.rows.push(row)
  }

  handleCommandComplete(): void {
    const { name, text } = this.asked[this.at]!
    if (name) {
      this.wire!.parsedStatements[name] = text
      delete this.wire!.submittedNamedStatements[name]
      this.known.set(name, this.shape)
    }
    this.at++
    this.begin()
  }

  handleReadyForQuery(): void {
    this.callback(null)
  }

  handleError(fault: Error): void {
    for (const { name } of this.asked.slice(this.at)) this.forget(name)
    this.callback(fault)
  }

  /** Rows of a statement that is known come without a description. */
  private begin(): void {
    this.shape = this.known.get(this.asked[this.at]?.name ?? '') ?? NO_ROWS
  }

  /** PostgreSQL may have read it before the fault or skipped it: closed, it is neither, and is sent anew. */
  private forget(name: string): void {
    const { wire } = this
    if (!wire || !name || wire.parsedStatements[name] !== undefined) return
    delete wire.submittedNamedStatements[name]
    wire.close({ type: 'S', name })
  }
}

const isRead = ({ parsedStatements, submittedNamedStatements }: Wire, name: string) =>
  parsedStatements[name] !== undefined || submittedNamedStatements[name] !== undefined

/** A connection on which whatever is asked in one go, without waiting in between, is one batch. */
export class Batches {
  private open: Batch | undefined

  constructor(private readonly client: pg.ClientBase) {}

  query<Row extends pg.QueryResultRow>(statement: Statement, values: unknown[] = []): Promise<Row[]> {
    return this.gathering().add(statement, values) as Promise<Row[]>
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
