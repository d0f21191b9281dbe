import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { MIGRATIONS } from '../database/migrations/index.js'
import { BackupFault } from './backup-fault.js'
import { BackupEnd, BackupHeader, type Counted, FORMAT, TableLine } from './backup-format.js'
import { BackupReader } from './backup-reader.js'
import { RowCounter, isSame } from './row-counter.js'

export type CheckedBackup = { header: BackupHeader; tables: Record<string, Counted> }

type OnTable = (table: TableLine, rows: AsyncIterable<Buffer>) => Promise<void>

const readAll: OnTable = async (_table, rows) => {
  for await (const _ of rows);
}

/** Reads a backup to its end and refuses one that is damaged, cut short or of a newer version. */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  try {
    return await readBackup(path, readAll)
  } catch (error) {
    throw error instanceof BackupFault ? error : damaged(path, error as Error)
  }
}

/** Reads a backup and compares every sum in it. `onTable` gets each table's rows on the way and reads them all. */
export async function readBackup(path: string, onTable: OnTable): Promise<CheckedBackup> {
  await access(path, constants.R_OK).catch(() => {
    throw new BackupFault(`Không đọc được tệp ${path}.`, `The file ${path} cannot be read.`)
  })
  const reader = new BackupReader(path)
  try {
    const header = await headerOf(reader, path)
    const tables: Record<string, Counted> = {}
    for (;;) {
      const before = reader.sum()
      const line: unknown = JSON.parse(await reader.line())
      const end = BackupEnd.safeParse(line)
      if (end.success) {
        mustBeWhole(end.data, tables, before)
        if (!(await reader.isOver())) throw new Error('something follows the end')
        return { header, tables }
      }
      const table = TableLine.parse(line)
      tables[table.table] = await counted(reader, rows => onTable(table, rows))
    }
  } finally {
    reader.close()
  }
}

async function headerOf(reader: BackupReader, path: string): Promise<BackupHeader> {
  const told = JSON.parse(await reader.line()) as { format?: unknown; product?: unknown }
  const header = BackupHeader.safeParse(told)
  const known = new Set(MIGRATIONS.map(({ name }) => name))
  const newer =
    (typeof told.format === 'number' && told.format > FORMAT) ||
    (header.success && header.data.migrations.some(name => !known.has(name)))
  if (newer)
    throw new BackupFault(
      `Bản sao lưu ${basename(path)} do phiên bản mới hơn (${String(told.product)}) tạo ra: hãy dùng phiên bản ấy để phục hồi.`,
      `The backup was made by a newer version (${String(told.product)}): restore it with that one.`,
    )
  if (!header.success) throw new Error('it does not begin as a backup does')
  return header.data
}

async function counted(reader: BackupReader, read: (rows: AsyncIterable<Buffer>) => Promise<void>) {
  const counter = new RowCounter()
  const rows = reader.rows()
  await read(
    (async function* () {
      for await (const chunk of rows) {
        counter.add(chunk)
        yield chunk
      }
    })(),
  )
  return counter.counted()
}

function mustBeWhole(end: BackupEnd, tables: Record<string, Counted>, sum: string): void {
  const names = Object.keys(end.tables)
  const same = names.length === Object.keys(tables).length && end.sha256 === sum
  if (!same || !names.every(name => isSame(end.tables[name], tables[name])))
    throw new Error('its rows are not those that were written')
}

function damaged(path: string, error: Error): BackupFault {
  return new BackupFault(
    `Bản sao lưu ${basename(path)} hỏng hoặc thiếu, không có gì bị thay đổi: hãy chọn bản khác.`,
    `The backup is damaged or cut short (${error.message.slice(0, 100)}); nothing was changed: choose another one.`,
  )
}
