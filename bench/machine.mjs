import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import pg from 'pg'

/** Where the figures were taken. A run on a database that may lose what it acknowledged is no run. */
export async function describe(postgresUrl) {
  const client = new pg.Client({ connectionString: postgresUrl })
  await client.connect()
  try {
    const setting = async name => (await client.query(`SHOW ${name}`)).rows[0][name]
    const safe = { fsync: await setting('fsync'), synchronousCommit: await setting('synchronous_commit') }
    if (safe.fsync !== 'on' || safe.synchronousCommit !== 'on')
      throw new Error(`not durable: ${JSON.stringify(safe)}`)
    return {
      at: new Date().toISOString(),
      node: process.version,
      postgres: await setting('server_version'),
      ...safe,
      cores: availableParallelism(),
      processor: cpus()[0]?.model ?? 'unknown',
      load: loadavg()[0],
      memoryMiB: Math.round(totalmem() / 1024 / 1024),
    }
  } finally {
    await client.end()
  }
}

/** The machine and the run in a sentence. */
export function toldOf({ machine, rounds }) {
  const { node, postgres, cores, processor, load, memoryMiB, at } = machine
  return (
    `${at.slice(0, 10)}, ${rounds} rounds: ${cores} cores (${processor}, load ${load.toFixed(1)} at the start), ` +
    `${Math.round(memoryMiB / 1024)} GiB, Node ${node}, PostgreSQL ${postgres} with fsync.`
  )
}
