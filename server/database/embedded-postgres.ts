import { resolve } from 'node:path'

import { openCluster, type Cluster } from './embedded/cluster.js'
import { openDataHome } from './embedded/data-home.js'
import { EmbeddedPostgresFault, permissionFault } from './embedded/fault.js'
import { Keeper } from './embedded/keeper.js'
import { stopPostmaster } from './embedded/pg-ctl.js'
import { findBinaries } from './embedded/platform-binaries.js'
import { ensureRunning } from './embedded/postmaster.js'
import { withStartLock } from './embedded/start-lock.js'
import { endWithThisProcess } from './embedded/throw-away.js'

export { EmbeddedPostgresFault } from './embedded/fault.js'

const NAME = 'doithoai'

export interface EmbeddedPostgresOptions {
  /** The folder of the data, made on the first start. */
  dataDir: string
  /** False only for throw-away databases: fast, not safe from a crash, and stopped with this process however it ends. */
  durable?: boolean
  log?: (line: string) => void
}

export interface EmbeddedPostgres {
  /** Of the database "doithoai", for a role that owns it and may make others, but is no superuser. */
  url: string
  /** To be called last: stops the server unless another process is connected to it. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with the project, or adopts it when it still runs. Everything that a person can
 * put right is thrown as an EmbeddedPostgresFault.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { durable = true, log = () => undefined } = options
  const dataDir = resolve(options.dataDir)
  try {
    const home = await openDataHome(dataDir, log)
    const binaries = await findBinaries(home.account)
    return await withStartLock(home.folder, 180, async () => {
      const cluster = await openCluster(home, binaries, durable, log)
      const { port, adopted } = await ensureRunning(cluster)
      if (!durable) endWithThisProcess(cluster.data)
      const keeper = new Keeper(cluster, port, log)
      try {
        await keeper.connect()
        await keeper.ensureDatabase(NAME)
      } catch (error) {
        if (!adopted) await stopPostmaster(cluster, 'fast')
        throw unusable(cluster, error)
      }
      return {
        url: `postgres://${NAME}:${cluster.password}@127.0.0.1:${port}/${NAME}`,
        stop: () => keeper.leave(),
      }
    })
  } catch (error) {
    // What the file system refuses is a fault of the folder; anything else is one of ours and keeps its stack.
    const refused = error instanceof Error && 'syscall' in error && 'path' in error
    throw refused ? permissionFault(dataDir, error) : error
  }
}

function unusable({ folder }: Cluster, error: unknown): EmbeddedPostgresFault {
  return new EmbeddedPostgresFault(
    `PostgreSQL đã chạy nhưng không dùng được dữ liệu trong ${folder}: hãy phục hồi từ bản sao lưu, hoặc đặt DATA_DIR khác.`,
    `PostgreSQL runs, but the data in ${folder} cannot be used: restore a backup, or set another DATA_DIR. It said:`,
    [error instanceof Error ? error.message : String(error)],
  )
}
