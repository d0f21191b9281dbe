import type { LastBackup } from '#protocol/backup.js'
import type { Asked } from './house-of.js'

const RESULTS = `SELECT DISTINCT ON (type) type, at FROM audit_entry
  WHERE "by"->>'id' IS NULL AND type IN ('house.backed_up', 'house.backup_failed') ORDER BY type, at DESC`

/** When this database was last backed up, by whichever machine, and whether a later attempt failed. */
export async function lastBackup(database: Asked): Promise<LastBackup> {
  const { rows } = await database.query<{ type: string; at: Date }>(RESULTS)
  const at = (type: string) => rows.find(row => row.type === type)?.at.toISOString() ?? null
  const done = at('house.backed_up')
  const failed = at('house.backup_failed')
  return { at: done, failedAt: failed && (!done || failed > done) ? failed : null }
}
