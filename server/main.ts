import 'reflect-metadata'
import { EmbeddedPostgresFault, startEmbeddedPostgres } from './database/embedded-postgres.js'
import { createClient } from './database/data-source.js'
import { alone, migrate } from './database/migrate.js'
import { end } from './app.ending.js'
import { createApp } from './app.setup.js'
import { JsonLog } from './errors/json-log.js'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type ToldPassword } from './seed/first-accounts.js'
import { Seed } from './seed/seed.module.js'
import { type Settings, SettingsFault, readSettings } from './settings/settings.js'
import { onOrphaned } from './setup/parent-watch.js'

/** A fault that somebody can put right, told in a sentence. */
class StartFault extends Error {}

type Closing = () => Promise<unknown>
const CLOSE_WITHIN_MS = 10_000
const OLDEST_POSTGRES = 150_000

const log = new JsonLog('error')
const say = (line: string) => process.stdout.write(`${line}\n`)

async function start(closings: Closing[]): Promise<void> {
  const settings = readSettings(process.env)
  const url = settings.databaseUrl ?? (await embedded(settings, closings))
  await mustBeUsable(url, settings)
  await migrate(url)
  const app = await createApp(settings, url)
  closings.push(() => end(app))
  await app.init()
  const told = await alone(url, () => app.get(Seed).plant())
  try {
    await app.listen(settings.port, settings.host)
  } catch (error) {
    throw listenFault(error, settings)
  }
  const { port } = app.getHttpServer().address() as { port: number }
  announce(settings, port, told)
}

async function embedded(settings: Settings, closings: Closing[]): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: settings.dataDir, log: say })
  closings.push(() => postgres.stop())
  return postgres.url
}

async function mustBeUsable(url: string, settings: Settings): Promise<void> {
  if (settings.databaseUrl === undefined) return
  const client = createClient(url)
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    )
    if (rows[0]!.version < OLDEST_POSTGRES)
      throw new StartFault('DATABASE_URL: cần PostgreSQL 15 trở lên. / PostgreSQL 15 or later is needed.')
  } catch (error) {
    if (error instanceof StartFault) throw error
    const { hostname, port, pathname } = new URL(url)
    const why = (error as { code?: string; message?: string }).code ?? (error as Error).message
    throw new StartFault(
      `DATABASE_URL: không kết nối được ${hostname}:${port || 5432}${pathname} (${why}). / cannot connect.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}

function listenFault(error: unknown, { host, port }: Settings): unknown {
  const { code } = error as { code?: string }
  if (code === 'EADDRINUSE')
    return new StartFault(`PORT: cổng ${port} đang có chương trình khác dùng. / port ${port} is in use.`)
  if (code === 'EACCES')
    return new StartFault(`PORT: không được phép dùng cổng ${port}. / port ${port} is not allowed.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartFault(
      `HOST: máy này không có địa chỉ ${host}. / ${host} is not an address of this machine.`,
    )
  return error
}

function announce(settings: Settings, port: number, told: ToldPassword[]): void {
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  say(`Đối Thoại: http://${host}:${port}`)
  if (!settings.loopback)
    say(
      `HOST=${settings.host}: máy khác trong mạng vào được. / Other machines on the network can reach this.`,
    )
  if (settings.demo && settings.loopback)
    say(
      `Tài khoản minh họa / demo accounts (${DEMO_PASSWORD}): ${DEMO_ACCOUNTS.map(({ username }) => username).join(' ')}`,
    )
  for (const { username, password, oneTime } of told)
    say(`${username}: ${password}${oneTime ? ' (dùng một lần / one-time)' : ''}`)
}

/** Closes in the reverse order, once, and never hangs. */
function closer(closings: Closing[]): (code: number) => Promise<void> {
  let closing = false
  return async code => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(code || 1), CLOSE_WITHIN_MS).unref()
    for (const close of closings.toReversed()) await close().catch((error: unknown) => log.error(error))
    process.exit(code)
  }
}

// A log whose disk is full, or that nobody reads any longer, ends no show. What is written later is written again.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {})

const closings: Closing[] = []
const close = closer(closings)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close(0))
onOrphaned(() => void close(0))
process.on('uncaughtException', error => {
  log.fatal(error)
  void close(1)
})

try {
  await start(closings)
} catch (error) {
  const told =
    error instanceof StartFault || error instanceof SettingsFault || error instanceof EmbeddedPostgresFault
  if (told) console.error(error.message)
  else log.fatal(error)
  await close(1)
}
