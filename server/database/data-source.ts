import pg from 'pg'
import { DataSource } from 'typeorm'
import { ENTITIES } from './entities.js'
import { MIGRATIONS } from './migrations/index.js'

/**
 * Bounds on what one session may hold up: a stalled process loses its lock before the show notices. Milliseconds.
 * The client's own wait is the longest, so that it hears PostgreSQL's word for what went wrong.
 */
const BOUNDS = {
  lock_timeout: 1500,
  statement_timeout: 2000,
  idle_in_transaction_session_timeout: 2000,
  query_timeout: 4000,
}

/** A peer that is gone without a word is noticed by its silence. Milliseconds. */
const KEPT_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 5000 }

/** Connections of one instance: the throughput of durable commits is best between 8 and 20. */
const POOL_SIZE = 12

/**
 * The data source of the program: one pool that feature services, the ledger and the feed share. One that is not
 * bounded is for migrations and restoring, which take their time, one statement after the other.
 */
export function createDataSource(url: string, { bounded = true } = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    // A pool without a listener ends the process when PostgreSQL drops an idle connection.
    poolErrorHandler: () => {},
    poolSize: POOL_SIZE,
    connectTimeoutMS: 2000,
    installExtensions: false,
    // Several statements go out in one round trip; each still waits for the one before it.
    extra: { ...(bounded && { ...BOUNDS, pipeline: true }), ...KEPT_ALIVE },
  })
}

/**
 * A connection of its own, outside the pool: for LISTEN and for the migrations' lock. `name` is what an engineer
 * reads in `pg_stat_activity`.
 */
export const createClient = (url: string, name = 'doithoai') =>
  new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 5000,
    ...KEPT_ALIVE,
  })

/** The pool itself, for the few places that speak to PostgreSQL without TypeORM. */
export const poolOf = (dataSource: DataSource): pg.Pool =>
  (dataSource.driver as unknown as { master: pg.Pool }).master
