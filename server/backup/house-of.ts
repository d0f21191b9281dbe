import type pg from 'pg'
import type { Head } from './domain/erasures.js'

/** A connection or a pool. */
export type Asked = {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
}

/**
 * Whose data a database holds: its first account, which no restore and no upgrade changes. So backups and journals of
 * two houses in one folder are not taken for each other's. Before its first start it is nobody's.
 */
export async function houseOf(database: Asked): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string }>(
    'SELECT id FROM account ORDER BY "createdAt", id LIMIT 1',
  )
  return rows[0]?.id
}

export async function headsOf(database: Asked): Promise<Head[]> {
  const { rows } = await database.query<Head>(
    `SELECT id, revision, "nextNumber" FROM program WHERE phase NOT IN ('draft', 'closed') ORDER BY id`,
  )
  return rows
}
