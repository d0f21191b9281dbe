import type { Settings } from '../settings/settings.js'
import { createClient } from './data-source.js'
import { startEmbeddedPostgres } from './embedded-postgres.js'

/** A database that cannot be used, with a sentence that says why. Its password is not in it. */
export class DatabaseFault extends Error {}

export type Reached = { url: string; leave(): Promise<void> }

const OLDEST_POSTGRES = 150_000

/** The database that the settings name, known to answer and to be new enough; without one the embedded is started. */
export async function reachDatabase(
  { databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  say: (line: string) => void,
): Promise<Reached> {
  if (databaseUrl === undefined) {
    const postgres = await startEmbeddedPostgres({ dataDir, log: say })
    return { url: postgres.url, leave: () => postgres.stop() }
  }
  await mustBeUsable(databaseUrl)
  return { url: databaseUrl, leave: async () => {} }
}

async function mustBeUsable(url: string): Promise<void> {
  const client = createClient(url)
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    )
    if (rows[0]!.version < OLDEST_POSTGRES)
      throw new DatabaseFault('DATABASE_URL: cần PostgreSQL 15 trở lên. / PostgreSQL 15 or later is needed.')
  } catch (error) {
    if (error instanceof DatabaseFault) throw error
    const { hostname, port, pathname } = new URL(url)
    const why = (error as { code?: string; message?: string }).code ?? (error as Error).message
    throw new DatabaseFault(
      `DATABASE_URL: không kết nối được ${hostname}:${port || 5432}${pathname} (${why}). / cannot connect.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}
