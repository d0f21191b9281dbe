import { MigrationExecutor } from 'typeorm'
import { createClient, createDataSource } from './data-source.js'
import { MIGRATIONS } from './migrations/index.js'

/** Any number does, as long as every instance takes the same. */
const START_LOCK = 4_213_119

/** The database and this program do not fit together, with a sentence that says so. */
export class MigrationFault extends Error {}

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

/**
 * Brings the database up to date, wholly or not at all: where a migration fails the old version can start again on
 * what it left. TypeORM takes no lock of its own for that. `beforeUpgrade` is awaited when there is something to lose.
 */
export async function migrate(
  url: string,
  beforeUpgrade: () => Promise<unknown> = async () => {},
): Promise<void> {
  await alone(url, async () => {
    const dataSource = await createDataSource(url, { bounded: false }).initialize()
    try {
      const executor = new MigrationExecutor(dataSource)
      const carriedOut = await executor.getExecutedMigrations()
      mustNotBeNewer(carriedOut.map(({ name }) => name))
      const pending = carriedOut.length < MIGRATIONS.length
      if (pending && carriedOut.length > 0) await beforeUpgrade()
      await dataSource.runMigrations({ transaction: 'all' })
    } finally {
      await dataSource.destroy()
    }
  })
}

/** Refuses tables that this program does not know: it would write them without what they now need. */
function mustNotBeNewer(carriedOut: readonly string[]): void {
  const known = new Set(MIGRATIONS.map(({ name }) => name))
  const unknown = carriedOut.filter(name => !known.has(name))
  if (unknown.length === 0) return
  throw new MigrationFault(
    `Cơ sở dữ liệu do một phiên bản mới hơn tạo ra (${unknown.join(', ')}): hãy chạy phiên bản ấy, hoặc phục hồi bản sao lưu trước khi nâng cấp vào một cơ sở dữ liệu trống.\n` +
      'The database was made by a newer version: start that one, or restore the backup from before the upgrade into an empty database.',
  )
}
