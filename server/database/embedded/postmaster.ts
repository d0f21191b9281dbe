import { setTimeout as sleep } from 'node:timers/promises'

import type { Cluster } from './cluster.js'
import { EmbeddedPostgresFault } from './fault.js'
import { PATIENCE_SECONDS, startPostmaster, stopPostmaster } from './pg-ctl.js'
import { choosePort, rememberPort } from './port.js'
import { findPostmaster, forgetPostmaster } from './postmaster-file.js'

/** What passes by itself: the last backends of a killed server are still going. */
const PASSING = /pre-existing shared memory block|lock file ".*" already exists/
const PORT_TAKEN = /could not (bind|create any TCP\/IP sockets)/

export interface Running {
  port: number
  /** True when it was there before. */
  adopted: boolean
}

/**
 * Sees to it that the cluster's server runs: adopts a living one, which is there after a
 * kill -9 of ours, else starts it. With a port given it is that one or a fault. To be called under the start lock.
 */
export async function ensureRunning(cluster: Cluster, fixedPort?: number): Promise<Running> {
  const since = Date.now()
  for (;;) {
    const server = await findPostmaster(cluster.data)
    if (server.is === 'running' && server.status === 'ready') return { port: server.port, adopted: true }
    const seconds = (Date.now() - since) / 1000
    if (server.is === 'running') {
      // Told to stop by somebody, it would wait for its last client for ever.
      if (server.status === 'stopping' && seconds > 5) await stopPostmaster(cluster, 'fast')
      if (seconds > PATIENCE_SECONDS) throw startFault(cluster, [`its state is still "${server.status}"`])
      await sleep(50)
      continue
    }

    if (server.is === 'dead') await forgetPostmaster(cluster.data)
    const port = fixedPort ?? (await choosePort(cluster.folder))
    const words = await startPostmaster(cluster, port)
    if (!words) {
      await rememberPort(cluster.folder, port)
      return { port, adopted: false }
    }
    const text = words.join('\n')
    const again = PASSING.test(text) || (PORT_TAKEN.test(text) && !fixedPort)
    if (!again || seconds > 15) throw startFault(cluster, words)
    await sleep(100)
  }
}

function startFault(cluster: Cluster, words: string[]): EmbeddedPostgresFault {
  return new EmbeddedPostgresFault(
    `PostgreSQL không khởi động được với dữ liệu trong ${cluster.folder}: hãy xem lý do dưới đây, phục hồi từ bản sao lưu, hoặc đặt DATA_DIR khác.`,
    `PostgreSQL does not start with the data in ${cluster.folder}: see what it says below, restore a backup, or set another DATA_DIR. Its log is postgres.log there:`,
    words,
  )
}
