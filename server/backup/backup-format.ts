import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Head } from './domain/erasures.js'

/**
 * A backup is a gzip of text that any tool can read. One line of JSON says what it is; then, for each table, a line of
 * JSON that names it and its columns, its rows as PostgreSQL's COPY writes them, and the line `\.`; at the end a line
 * of JSON with what must have been read by then. docs/backup.md shows one.
 */
export const FORMAT = 1

export const END_OF_ROWS = '\\.\n'

export const BackupHeader = z.object({
  doiThoai: z.literal('backup'),
  format: z.int(),
  product: z.string(),
  /** Whose data these are; stays the same through restores. */
  house: z.uuid(),
  /** The moment that the data are of. */
  takenAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  heads: z.array(Head),
})
export type BackupHeader = z.infer<typeof BackupHeader>

export const TableLine = z.object({ table: z.string(), columns: z.array(z.string()) })
export type TableLine = z.infer<typeof TableLine>

/** Of one table: how many rows, and the SHA-256 of their text. */
export const Counted = z.object({ rows: z.int(), sha256: z.string() })
export type Counted = z.infer<typeof Counted>

export const BackupEnd = z.object({
  tables: z.record(z.string(), Counted),
  /** Of everything before this line. */
  sha256: z.string(),
})
export type BackupEnd = z.infer<typeof BackupEnd>

export const productVersion = (): string => {
  const server = dirname(dirname(fileURLToPath(import.meta.url)))
  const root = basename(dirname(server)) === 'dist' ? dirname(dirname(server)) : dirname(server)
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
}
