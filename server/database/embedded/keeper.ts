import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'

import type { Cluster } from './cluster.js'
import { SUPERUSER } from './new-cluster.js'
import { stopPostmaster } from './pg-ctl.js'
import { ensureRunning } from './postmaster.js'
import { findPostmaster } from './postmaster-file.js'
import { withStartLock } from './start-lock.js'

const NAME = 'doithoai keeper'

/**
 * Keeps one connection to the server for as long as this process uses it. By it the others know that the server is
 * still needed and nobody stops it under us; and its end tells that the server died, which is then started again
 * on the same port, where the programme's own connections look for it.
 */
export class Keeper {
  private client: pg.Client | undefined
  private socket: Socket | undefined
  private leaving = false

  constructor(
    private readonly cluster: Cluster,
    readonly port: number,
    private readonly log: (line: string) => void,
  ) {}

  /** To be called under the start lock, in which the server was seen to run. */
  async connect(): Promise<void> {
    const socket = new Socket()
    const client = new pg.Client({
      host: '127.0.0.1',
      port: this.port,
      user: SUPERUSER,
      password: this.cluster.password,
      database: 'postgres',
      application_name: NAME,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      stream: () => socket,
    })
    // An 'error' without a listener ends the process; what is to be done is done at the 'end'.
    client.on('error', () => undefined)
    await client.connect()
    client.once('end', () => void this.revive())
    this.client = client
    this.socket = socket
    // Nothing but a watch: it does not keep a process alive that is done.
    socket.unref()
  }

  /** The role and the database of the programme; there already on every start but the first. */
  async ensureDatabase(name: string): Promise<void> {
    const role = await this.client?.query('select 1 from pg_roles where rolname = $1', [name])
    if (!role?.rowCount)
      await this.client?.query(`create role ${name} login createdb password '${this.cluster.password}'`)
    // What PostgreSQL refuses it would write down: statements, and rows with what callers said.
    await this.client?.query(
      `alter role ${name} set log_error_verbosity = terse; alter role ${name} set log_min_error_statement = panic`,
    )
    const database = await this.client?.query('select 1 from pg_database where datname = $1', [name])
    if (!database?.rowCount) await this.client?.query(`create database ${name} owner ${name}`)
  }

  /** Leaves, and stops the server if nobody else is on it. Never throws, and ends within a bound: it is the last thing a process does. */
  async leave(): Promise<void> {
    if (this.leaving) return
    this.leaving = true
    this.socket?.ref()
    try {
      await withStartLock(this.cluster.folder, 5, async () => {
        if ((await findPostmaster(this.cluster.data)).is !== 'running') return
        const needed = this.cluster.durable && (await this.isNeededByOthers())
        await this.client?.end()
        if (needed) this.log('PostgreSQL is left running: others are connected to it')
        else await stopPostmaster(this.cluster, this.cluster.durable ? 'fast' : 'immediate')
      })
    } catch (error) {
      this.log(`PostgreSQL is left running: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** Our own pool has been closed by now, but the server may need a moment to see it: its leftovers are waited for. */
  private async isNeededByOthers(): Promise<boolean> {
    for (let tries = 0; ; tries++) {
      const others = await this.client?.query<{ application_name: string }>(
        "select application_name from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      )
      if (!others?.rowCount) return false
      if (tries === 20 || others.rows.some(other => other.application_name === NAME)) return true
      await sleep(50)
    }
  }

  private async revive(): Promise<void> {
    for (let pause = 200; !this.leaving; pause = Math.min(pause * 2, 5_000)) {
      // A server that is stopping cuts its clients before it is gone: judged a moment later.
      await sleep(pause, undefined, { ref: false })
      try {
        const server = await findPostmaster(this.cluster.data)
        // Stopped on purpose: whoever did it may start it again, and we do not.
        if (server.is === 'stopped' || this.leaving) continue
        if (server.is === 'dead') await withStartLock(this.cluster.folder, 60, () => this.restart())
        if (!this.leaving) return await this.connect()
      } catch (error) {
        this.log(`PostgreSQL does not answer yet: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }

  /** Under the lock: another process that uses the same server may have been first, or we may be leaving by now. */
  private async restart(): Promise<void> {
    if (this.leaving || (await findPostmaster(this.cluster.data)).is !== 'dead') return
    this.log('PostgreSQL has died: starting it again')
    await ensureRunning(this.cluster, this.port)
  }
}
