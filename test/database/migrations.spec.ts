import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDataSource } from '../../server/database/data-source.js'
import { migrate } from '../../server/database/migrate.js'
import { MIGRATIONS } from '../../server/database/migrations/index.js'
import type { TestDatabase } from '../support/database.js'
import { emptyDatabase } from '../support/empty-database.js'

/** Tables, columns, indices, constraints, triggers and functions, as PostgreSQL itself describes them. */
const SHAPE = `
  SELECT 'column' AS kind, table_name || '.' || column_name AS name,
    concat_ws(' ', data_type, is_nullable, column_default, collation_name) AS body
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'function', proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  ORDER BY 1, 2, 3`

describe('the migrations', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await emptyDatabase()
  })
  afterEach(() => database.drop())

  it('lead up, all the way down, and up again to the same tables', async () => {
    await migrate(database.url)
    const first = await database.query(SHAPE)
    expect(first.length).toBeGreaterThan(100)

    const dataSource = await createDataSource(database.url, { bounded: false }).initialize()
    for (let left = MIGRATIONS.length; left > 0; left--)
      await dataSource.undoLastMigration({ transaction: 'each' })
    await dataSource.destroy()
    const left = `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
      UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`
    expect(await database.query(left)).toEqual([{ name: 'migration' }])

    await migrate(database.url)
    expect(await database.query(SHAPE)).toEqual(first)
  })

  it('leave nothing to be done between the tables and what the program takes them for', async () => {
    await migrate(database.url)
    const dataSource = await createDataSource(database.url, { bounded: false }).initialize()
    try {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
      expect(upQueries.map(({ query }) => query)).toEqual([])
    } finally {
      await dataSource.destroy()
    }
  })

  it('are carried out once when four instances begin in the same moment', async () => {
    await Promise.all(Array.from({ length: 4 }, () => migrate(database.url)))
    const carriedOut = await database.query<{ name: string }>('SELECT name FROM migration ORDER BY id')
    expect(carriedOut.map(({ name }) => name)).toEqual(MIGRATIONS.map(migration => migration.name))
  })
})
