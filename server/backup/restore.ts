import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { MigrationExecutor, type QueryRunner } from 'typeorm'
import { v4 as newId } from 'uuid'
import { createDataSource } from '../database/data-source.js'
import { alone } from '../database/migrate.js'
import { BackupFault } from './backup-fault.js'
import type { BackupHeader, Counted, TableLine } from './backup-format.js'
import { type Span, unknownSince } from './domain/erasures.js'
import { type ErasedAgain, eraseAgain } from './erase-again.js'
import { journalIn, noteUnknown } from './erasure-journal.js'
import { type GoneOn, goOn } from './go-on.js'
import { checkBackup, readBackup } from './read-backup.js'
import { RowCounter, isSame } from './row-counter.js'
import { PLAIN_TEXT, copyIn, copyOut, describeTables } from './tables.js'

export type Restored = {
  header: BackupHeader
  rows: number
  again: ErasedAgain
  programs: GoneOn[]
  /** Times of which nobody can know what was erased. */
  unknown: Span[]
}

/**
 * Brings a backup into an empty database: its tables as they were, every row compared with what was written, the
 * upgrade to the present, and what was erased since erased again. All in one transaction: done, or never begun.
 */
export async function restore(path: string, url: string, backupDir: string): Promise<Restored> {
  const { header } = await checkBackup(path)
  const journal = await journalIn([backupDir, dirname(path)], header.house)
  const now = new Date()
  const unknown = unknownSince(header.takenAt, journal, now.toISOString())
  const restored = await alone(url, () =>
    inOneTransaction(url, async (client, runner) => {
      await mustBeEmpty(client)
      await client.query(PLAIN_TEXT)
      await upgrade(runner, new Set(header.migrations))
      const { tables } = await readBackup(path, load(client))
      await mustBeSame(client, tables)
      await upgrade(runner)
      const writer = oneAfterTheOther(client)
      const programs = await goOn(writer, journal.heads, now)
      const again = await eraseAgain(writer, journal.erasures, header.takenAt)
      await note(client, header, again)
      const rows = Object.values(tables).reduce((sum, { rows }) => sum + rows, 0)
      return { header, rows, again, programs, unknown }
    }),
  )
  // The data are back already: what cannot be written here is told on the console all the same.
  await noteUnknown(backupDir, header.house, now, unknown.at(-1)!).catch(() => {})
  return restored
}

async function inOneTransaction<T>(
  url: string,
  work: (client: pg.PoolClient, runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const dataSource = await createDataSource(url, { bounded: false }).initialize()
  const runner = dataSource.createQueryRunner()
  try {
    const client = (await runner.connect()) as pg.PoolClient
    await runner.startTransaction()
    const result = await work(client, runner)
    await runner.commitTransaction()
    return result
  } catch (error) {
    await runner.rollbackTransaction().catch(() => {})
    throw error
  } finally {
    await runner.release()
    await dataSource.destroy()
  }
}

async function mustBeEmpty(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    `SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm') LIMIT 1`,
  )
  if (rows.length === 0) return
  throw new BackupFault(
    'Chỉ phục hồi vào cơ sở dữ liệu trống, nơi này đã có dữ liệu: dừng máy chủ, rồi dùng --into với một cơ sở dữ liệu trống hay một thư mục mới.',
    'Only an empty database is restored into, and this one holds data: stop the server, and name an empty database or a new folder with --into.',
  )
}

/** The ledger gives several statements at once to a driver that sends them in one; this one takes each by itself. */
function oneAfterTheOther(client: pg.PoolClient): pg.PoolClient {
  let last: Promise<unknown> = Promise.resolve()
  const query = (statement: pg.QueryConfig) => {
    const result = last.then(() => client.query(statement))
    last = result
    return result
  }
  return { query } as unknown as pg.PoolClient
}

/** Carries out the migrations that these names hold, or all that are left. */
async function upgrade(runner: QueryRunner, names?: ReadonlySet<string>): Promise<void> {
  const executor = new MigrationExecutor(runner.connection, runner)
  for (const migration of await executor.getPendingMigrations())
    if (!names || names.has(migration.name)) await executor.executeMigration(migration)
}

const load =
  (client: pg.ClientBase) =>
  async ({ table, columns }: TableLine, rows: AsyncIterable<Buffer>): Promise<void> =>
    pipeline(
      Readable.from(rows, { objectMode: false }),
      client.query(copyFrom(copyIn({ name: table, columns }))),
    )

/** Every row is read back and compared with what the backup holds. */
async function mustBeSame(client: pg.ClientBase, tables: Record<string, Counted>): Promise<void> {
  const there = await describeTables(client)
  for (const table of there) {
    const counter = new RowCounter()
    for await (const chunk of client.query(copyTo(copyOut(table)))) counter.add(chunk as Buffer)
    if (!isSame(tables[table.name], counter.counted())) throw notSame(table.name)
  }
  if (there.length !== Object.keys(tables).length) throw notSame('?')
}

const notSame = (table: string) =>
  new BackupFault(
    `Dữ liệu phục hồi không khớp bản sao lưu (bảng ${table}), không có gì bị thay đổi.`,
    `What was restored is not what was backed up (table ${table}); nothing was changed.`,
  )

async function note(
  client: pg.ClientBase,
  { takenAt }: BackupHeader,
  { questions }: ErasedAgain,
): Promise<void> {
  await client.query(
    `INSERT INTO audit_entry (id, at, "by", type, "programId", "targetId", details)
      VALUES ($1, clock_timestamp(), NULL, 'house.restored', NULL, NULL, $2)`,
    [newId(), { takenAt, erasedAgain: questions.length }],
  )
}
