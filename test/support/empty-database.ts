import pg from 'pg'
import { inject } from 'vitest'
import { copyDatabase, type TestDatabase } from './database.js'

/** A database in which nothing was ever made: what a first start finds. */
export const emptyDatabase = (): Promise<TestDatabase> => copyDatabase('template0')

/** A connection of one's own to a test's database, for what a pool would hide. Ended by whoever asked. */
export async function connectTo(database: TestDatabase, settings: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url, ...settings })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** What PostgreSQL says to somebody who may do anything but what the schema forbids. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code?: string; constraint?: string }> {
  try {
    await work
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    return { ...(code && { code }), ...(constraint && { constraint }) }
  }
  throw new Error('nobody refused it')
}

/** The URL of the run's PostgreSQL with a database that is not there. */
export function missingDatabaseUrl(): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = '/nobody_made_this'
  return url.href
}
