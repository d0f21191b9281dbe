import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../server/database/embedded-postgres.js'
import { migrate } from '../../server/database/migrate.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL of the test run's own, and the migrated database that each test copies. */
    postgresUrl: string
    templateName: string
  }
}

const TEMPLATE = 'doithoai_template'

/** Starts a throw-away PostgreSQL and migrates the database that every test file begins with a copy of. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'doithoai-test-'))
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false })
  const admin = new pg.Client({ connectionString: postgres.url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${TEMPLATE}`)
  await admin.end()
  const template = new URL(postgres.url)
  template.pathname = `/${TEMPLATE}`
  await migrate(template.href)
  project.provide('postgresUrl', postgres.url)
  project.provide('templateName', TEMPLATE)
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
