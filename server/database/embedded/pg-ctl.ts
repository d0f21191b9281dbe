import { readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { Cluster } from './cluster.js'
import { run } from './run-command.js'

/** A long recovery after a crash takes its time; a server that says nothing for longer is broken. */
export const PATIENCE_SECONDS = 120
const LOG_LIMIT = 1024 * 1024

/** Stops the server and waits for it, within a bound; true when it is gone. */
export async function stopPostmaster(cluster: Cluster, mode: 'fast' | 'immediate'): Promise<boolean> {
  const args = ['stop', '-D', cluster.data, '-m', mode, '-w', '-t', '10', '-s']
  const { code } = await run(pgCtl(cluster), args, cluster.account, 15)
  return code === 0
}

/** Nothing when it has started, else PostgreSQL's own last words. pg_ctl gives the server a session of its own: no Ctrl+C reaches it. */
export async function startPostmaster(cluster: Cluster, port: number): Promise<string[] | undefined> {
  const logFile = join(cluster.folder, 'postgres.log')
  const before = await startOfLog(logFile)
  const args = ['start', '-D', cluster.data, '-l', logFile, '-w', '-t', String(PATIENCE_SECONDS), '-s']
  const { code, output } = await run(
    pgCtl(cluster),
    [...args, '-o', options(cluster, port)],
    cluster.account,
    PATIENCE_SECONDS + 10,
  )
  if (code === 0) return undefined
  const log = await readFile(logFile).catch(() => Buffer.alloc(0))
  return (log.toString('utf8', before) || output).trim().split('\n').slice(-8)
}

function options({ durable }: Cluster, port: number): string {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A throw-away database buys speed with the safety that it does not need.
    ...(durable
      ? { fsync: 'on', synchronous_commit: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return [`-p ${port}`, ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)].join(' ')
}

/** The size of the log before this start; a long one is put aside first. */
async function startOfLog(logFile: string): Promise<number> {
  const size = await stat(logFile).then(
    log => log.size,
    () => 0,
  )
  if (size < LOG_LIMIT) return size
  await rename(logFile, `${logFile}.1`)
  return 0
}

function pgCtl({ binaries }: Cluster): string {
  return join(binaries.bin, 'pg_ctl')
}
