import pg from 'pg'

export type Rows = Record<string, string[]>

/** Every row of every table, as text in order, as it is in one moment; written without the backup's own code. */
export async function everyRow(url: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(`SET LOCAL TimeZone = 'UTC'`)
    const tables = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    )
    const rows: Rows = {}
    for (const { name } of tables.rows) {
      const found = await client.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`)
      rows[name] = found.rows.map(({ row }) => row).toSorted()
    }
    return rows
  } finally {
    await client.end()
  }
}

/** What a table holds of these columns only. */
export const columnsOf = (rows: readonly string[], columns: readonly string[]) =>
  rows
    .map(row => {
      const told = JSON.parse(row) as Record<string, unknown>
      return JSON.stringify(columns.map(column => told[column]))
    })
    .toSorted()

/** The rows without these columns. */
export const without = (rows: readonly string[], ...columns: string[]) =>
  rows.map(row =>
    Object.fromEntries(
      Object.entries(JSON.parse(row) as Record<string, unknown>).filter(([name]) => !columns.includes(name)),
    ),
  )
