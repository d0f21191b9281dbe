import { createClient, createDataSource } from './data-source.js'

/** Any number does, as long as every instance takes the same. */
const START_LOCK = 4_213_119

/** Runs what only one instance may do at a time while it starts; the others wait. */
export async function alone<T>(url: string, work: () => Promise<T>): Promise<T> {
  const guard = createClient(url)
  await guard.connect()
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [START_LOCK])
    return await work()
  } finally {
    await guard.end()
  }
}

/** Brings the database up to date. TypeORM takes no lock of its own for that. */
export async function migrate(url: string): Promise<void> {
  await alone(url, async () => {
    const dataSource = await createDataSource(url, { bounded: false }).initialize()
    try {
      await dataSource.runMigrations({ transaction: 'each' })
    } finally {
      await dataSource.destroy()
    }
  })
}
