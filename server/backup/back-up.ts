import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { v4 as newId } from 'uuid'
import { createClient } from '../database/data-source.js'
import type { Settings } from '../settings/settings.js'
import { BackupFault } from './backup-fault.js'
import { type BackupHeader, FORMAT, productVersion } from './backup-format.js'
import { backupName, expired } from './domain/backup-names.js'
import { ErasureJournal } from './erasure-journal.js'
import { headsOf, houseOf } from './house-of.js'
import { checkBackup } from './read-backup.js'
import { PLAIN_TEXT } from './tables.js'
import { writeBackup } from './write-backup.js'

export type BackedUp = { path: string; takenAt: string; rows: number; bytes: number; removed: string[] }

type Kept = Pick<Settings, 'backupDir' | 'backupKeepDays'>

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Any number does, as long as every backup takes the same. */
const BACKUP_LOCK = 4_213_121

/**
 * Backs up a database that goes on working, into one file of BACKUP_DIR; reads it again before it counts as one, and
 * removes those that are too old by then. The result is noted in the database's audit, good or bad.
 */
export async function backUp(url: string, settings: Kept): Promise<BackedUp> {
  const client = createClient(url)
  client.on('error', () => {})
  await client.connect()
  try {
    const house = await tables(client)
    const done = await take(client, house, settings)
    await note(client, 'house.backed_up', { bytes: done.bytes, rows: done.rows })
    return done
  } catch (error) {
    await note(client, 'house.backup_failed', { code: (error as { code?: string }).code ?? null }).catch(
      () => {},
    )
    throw error instanceof pg.DatabaseError || error instanceof BackupFault
      ? error
      : unwritten(settings, error as Error)
  } finally {
    await client.end().catch(() => {})
  }
}

async function tables(client: pg.Client): Promise<string> {
  const { rows } = await client.query(`SELECT to_regclass('account') IS NOT NULL AS there`)
  if (rows[0].there) return (await houseOf(client)) ?? NOBODY
  throw new BackupFault(
    'Cơ sở dữ liệu này chưa có dữ liệu của Đối Thoại.',
    'This database holds no data of this program.',
  )
}

async function take(
  client: pg.Client,
  house: string,
  { backupDir, backupKeepDays }: Kept,
): Promise<BackedUp> {
  await mkdir(backupDir, { recursive: true, mode: 0o700 })
  // One at a time; what a killed one left is written over.
  await client.query('SELECT pg_advisory_lock($1)', [BACKUP_LOCK])
  const partial = join(backupDir, `.${house.slice(0, 8)}.partial`)
  try {
    await rm(partial, { force: true })
    const header = await write(client, house, partial)
    const { tables } = await checkBackup(partial)
    const takenAt = new Date(header.takenAt)
    const path = join(backupDir, backupName(house, takenAt))
    await rename(partial, path)
    await sync(backupDir)
    await new ErasureJournal(client, backupDir, house).note(new Date())
    const removed = expired(await readdir(backupDir), house, new Date(), backupKeepDays)
    for (const name of removed) await rm(join(backupDir, name), { force: true })
    const rows = Object.values(tables).reduce((sum, { rows }) => sum + rows, 0)
    return { path, takenAt: header.takenAt, rows, bytes: (await stat(path)).size, removed }
  } finally {
    await rm(partial, { force: true })
  }
}

/** All of it as it is in one moment, while others go on writing. */
async function write(client: pg.Client, house: string, path: string): Promise<BackupHeader> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    await client.query(PLAIN_TEXT)
    const { rows } = await client.query<{ name: string; now: Date }>(
      'SELECT name, now() FROM migration ORDER BY id',
    )
    const header = {
      doiThoai: 'backup' as const,
      format: FORMAT,
      product: productVersion(),
      house,
      takenAt: rows[0]!.now.toISOString(),
      migrations: rows.map(({ name }) => name),
      heads: await headsOf(client),
    }
    await writeBackup(client, header, path)
    return header
  } finally {
    await client.query('ROLLBACK').catch(() => {})
  }
}

/** A name is on the disk when its folder is. Windows keeps its folders by itself. */
async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  await opened.sync().finally(() => opened.close())
}

async function note(client: pg.Client, type: string, details: object): Promise<void> {
  await client.query(
    `INSERT INTO audit_entry (id, at, "by", type, "programId", "targetId", details) VALUES ($1, now(), NULL, $2, NULL, NULL, $3)`,
    [newId(), type, details],
  )
}

function unwritten({ backupDir }: Kept, { message }: Error): BackupFault {
  return new BackupFault(
    `Không sao lưu được vào ${backupDir} (${message}). Các bản trước còn nguyên.`,
    `No backup could be written to ${backupDir}. Earlier ones are untouched.`,
  )
}
