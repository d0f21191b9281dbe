import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { choosePort } from '../../server/database/embedded/port.js'

const run = promisify(execFile)
const BIN = '/usr/lib/postgresql/15/bin'

/** The oldest PostgreSQL that is supported, as Debian 12 has it (`apt install postgresql-15`), with one empty database. */
export class OlderPostgres {
  private constructor(
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async start(): Promise<OlderPostgres> {
    if (!existsSync(BIN)) throw new Error(`${BIN} is missing: apt install postgresql-15`)
    const folder = await mkdtemp(join(tmpdir(), 'doithoai-pg15-'))
    const password = join(folder, 'password')
    const data = join(folder, 'data')
    await writeFile(password, 'thu-nghiem')
    await chmod(folder, 0o777)
    await as(`${BIN}/initdb`, [
      '-D',
      data,
      '-U',
      'postgres',
      '--pwfile',
      password,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
    ])
    const port = await choosePort(folder)
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`
    await as(`${BIN}/pg_ctl`, ['start', '-D', data, '-l', join(folder, 'log'), '-w', '-s', '-o', options])
    return new OlderPostgres(folder, `postgres://postgres:thu-nghiem@127.0.0.1:${port}/postgres`)
  }

  async drop(): Promise<void> {
    await as(`${BIN}/pg_ctl`, ['stop', '-D', join(this.folder, 'data'), '-m', 'immediate', '-s'])
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** PostgreSQL refuses to run as root. */
const as = (command: string, args: string[]) =>
  process.getuid?.() === 0 ? run('runuser', ['-u', 'postgres', '--', command, ...args]) : run(command, args)
