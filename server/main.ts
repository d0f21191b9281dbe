import 'reflect-metadata'
import { backUp } from './backup/back-up.js'
import { BackupFault } from './backup/backup-fault.js'
import { EmbeddedPostgresFault } from './database/embedded-postgres.js'
import { MigrationFault, alone, migrate } from './database/migrate.js'
import { DatabaseFault, reachDatabase } from './database/reach-database.js'
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

const log = new JsonLog('error')
const say = (line: string) => process.stdout.write(`${line}\n`)

async function start(closings: Closing[]): Promise<void> {
  const settings = readSettings(process.env)
  const { url, leave } = await reachDatabase(settings, say)
  closings.push(leave)
  await migrate(url, () => safetyBackup(url, settings))
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

/** Before an upgrade: should the new version be no good, the old one goes on with what this holds. */
async function safetyBackup(url: string, settings: Settings): Promise<void> {
  const { path } = await backUp(url, settings)
  say(`Đã sao lưu trước khi nâng cấp / backed up before the upgrade: ${path}`)
}

/** Faults that somebody can put right: each is a sentence. */
const TOLD = [StartFault, SettingsFault, EmbeddedPostgresFault, DatabaseFault, MigrationFault, BackupFault]

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
  if (TOLD.some(kind => error instanceof kind)) console.error((error as Error).message)
  else log.fatal(error)
  await close(1)
}
