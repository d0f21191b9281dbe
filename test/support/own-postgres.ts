import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Cluster, openCluster } from '../../server/database/embedded/cluster.js'
import { openDataHome } from '../../server/database/embedded/data-home.js'
import { stopPostmaster } from '../../server/database/embedded/pg-ctl.js'
import { findBinaries } from '../../server/database/embedded/platform-binaries.js'
import { ensureRunning } from '../../server/database/embedded/postmaster.js'
import { endWithThisProcess } from '../../server/database/embedded/throw-away.js'
import { migrate } from '../../server/database/migrate.js'
import type { TestDatabase } from './database.js'

/** A PostgreSQL that nobody watches over, to be stopped under a running server. Safe from a crash, as in a station. */
export class OwnPostgres implements TestDatabase {
  private readonly pool: pg.Pool

  private constructor(
    private readonly folder: string,
    private readonly cluster: Cluster,
    private readonly port: number,
    readonly url: string,
  ) {
    this.pool = new pg.Pool({ connectionString: url, max: 2 })
    this.pool.on('error', () => {})
  }

  /** In a folder of its own, or in the one that is given. */
  static async start(given?: string): Promise<OwnPostgres> {
    const folder = given ?? (await mkdtemp(join(tmpdir(), 'doithoai-own-')))
    const home = await openDataHome(folder, () => {})
    const binaries = await findBinaries(home.account)
    const cluster = await openCluster(home, binaries, true, () => {})
    const { port } = await ensureRunning(cluster)
    endWithThisProcess(cluster.data)
    const url = `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`
    await migrate(url)
    return new OwnPostgres(folder, cluster, port, url)
  }

  async query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]> {
    return (await this.pool.query<Row>(text, values)).rows
  }

  /** As a crash: every connection is cut, nothing is finished. */
  async crash(): Promise<void> {
    await stopPostmaster(this.cluster, 'immediate')
  }

  /** At the same address as before. */
  async recover(): Promise<void> {
    await ensureRunning(this.cluster, this.port)
  }

  /** Waits until somebody new is let in; answers when that was, by `performance.now()`. */
  async accepting(): Promise<number> {
    for (;;) {
      const client = new pg.Client({ connectionString: this.url })
      client.on('error', () => {})
      const isIn = await client.connect().then(
        () => true,
        () => false,
      )
      await client.end().catch(() => {})
      if (isIn) return performance.now()
    }
  }

  async drop(): Promise<void> {
    await this.pool.end()
    await stopPostmaster(this.cluster, 'immediate')
    await rm(this.folder, { recursive: true, force: true })
  }
}
