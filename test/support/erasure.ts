import type { TestDatabase } from './database.js'

/** The tables in which a text still stands, in any column of any row. */
export async function tablesHolding(database: TestDatabase, text: string): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await database.query(`SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0 LIMIT 1`, [text])
    if (rows.length > 0) found.push(name)
  }
  return found
}
