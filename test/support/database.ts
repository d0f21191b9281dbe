import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { eventually } from './eventually.js'

export type TestDatabase = {
  url: string
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

/** A database of one's own: migrated, empty, dropped afterwards. */
export async function copyDatabase(template = inject('templateName')): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  const pool = new pg.Pool({ connectionString: url.href, max: 4 })
  pool.on('error', () => {})
  return {
    url: url.href,
    query: async (text, values) => (await pool.query(text, values)).rows as never,
    drop: async () => {
      await pool.end()
      // After much writing PostgreSQL itself may be at work in it for a moment, and cannot be sent away.
      await eventually(() => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`), { timeout: 20_000 })
    },
  }
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
