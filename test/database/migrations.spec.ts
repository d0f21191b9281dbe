import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDataSource } from '../../server/database/data-source.js'
import { migrate } from '../../server/database/migrate.js'
import { MIGRATIONS } from '../../server/database/migrations/index.js'
import type { TestDatabase } from '../support/database.js'
import { Desk } from '../support/desk.js'
import { emptyDatabase } from '../support/empty-database.js'
import { columnsOf, everyRow } from '../support/every-row.js'
import { RandomHour, seeded } from '../support/random-hour.js'
import { Start } from '../support/restart.js'

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

  it('lead down and up again through the data of an hour, losing only what an older version has no place for', async () => {
    await migrate(database.url)
    await anHour(database)
    const before = await everyRow(database.url)
    const gists = () => database.query('SELECT id, gist FROM question ORDER BY id')
    const gistsBefore = await gists()
    expect(Object.values(before).flat().length).toBeGreaterThan(150)
    const dataSource = await createDataSource(database.url, { bounded: false }).initialize()
    try {
      // All but the first: below it there is nothing.
      for (let steps = 1; steps < MIGRATIONS.length; steps++) {
        for (let step = 0; step < steps; step++) await dataSource.undoLastMigration({ transaction: 'each' })
        const kept = await database.query<{ table: string; columns: string[] }>(
          `SELECT table_name AS table, array_agg(column_name::text ORDER BY 1) AS columns
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migration'
              AND column_name <> 'gist' GROUP BY 1`,
        )
        expect(kept.length).toBeGreaterThan(10)
        await migrate(database.url)
        const after = await everyRow(database.url)
        for (const { table, columns } of kept)
          expect({ steps, table, rows: columnsOf(after[table]!, columns) }).toEqual({
            steps,
            table,
            rows: columnsOf(before[table]!, columns),
          })
      }
    } finally {
      await dataSource.destroy()
    }
    // What was lost on the way down has a sensible value again, and the program starts on it.
    const [account] = await database.query('SELECT name = username AS same FROM account LIMIT 1')
    expect(account).toEqual({ same: true })
    const start = await Start.on(database.url, { DEMO: '1' })
    await start.stop()
    // Gists are not kept but made anew, by the lexicon of whoever starts.
    expect(await gists()).toEqual(gistsBefore)
  }, 120_000)

  it('have what an older lexicon made of a question made anew at the next start', async () => {
    await migrate(database.url)
    await anHour(database)
    const dataSource = await createDataSource(database.url, { bounded: false }).initialize()
    await dataSource.undoLastMigration({ transaction: 'each' })
    await dataSource.destroy()
    await database.query(`UPDATE question SET gist = 'lời-cũ'`)
    await migrate(database.url)
    const start = await Start.on(database.url, { DEMO: '1' })
    await start.stop()
    const left = await database.query(`SELECT FROM question WHERE gist IS NULL OR gist = 'lời-cũ'`)
    expect(left).toEqual([])
  })
})

/** What chance makes of a programme, in a database of one's own. */
async function anHour(database: TestDatabase): Promise<void> {
  const start = await Start.on(database.url, { DEMO: '1' })
  try {
    const [program] = await database.query<{ id: string }>('SELECT id FROM program')
    const desk = async (username: string) => {
      const signedIn = new Desk(start.address, program!.id)
      await signedIn.signIn(username, 'doithoai-demo')
      return signedIn
    }
    const crew = {
      secretary: await desk('thuky1'),
      moderator: await desk('duyet1'),
      producer: await desk('daodien'),
    }
    for (const verbatim of ['một', 'hai', 'ba']) await crew.moderator.approved(verbatim)
    const command = { id: crypto.randomUUID(), label: 'Màn hình', kind: 'panel' }
    const { screenId } = await crew.producer.post(`/api/programs/${program!.id}/screens`, command, 201)
    const hour = new RandomHour(crew, program!.id, seeded(12), [screenId])
    for (let step = 0; step < 80; step++) await hour.step()
  } finally {
    await start.stop()
  }
}
