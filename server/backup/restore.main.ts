import 'reflect-metadata'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings } from '../settings/settings.js'
import { BackupFault } from './backup-fault.js'
import { backupsIn } from './domain/backup-names.js'
import { report } from './report.js'
import { restore } from './restore.js'
import { runToEnd, say, withDatabase } from './run-to-end.js'

/** `npm run restore -- FILE [--into URL or FOLDER]`: brings a backup into an empty database, else that of the settings. */
await runToEnd(async () => {
  const settings = readSettings(process.env)
  const { positionals, values } = parseArgs({
    args: process.argv.slice(2),
    options: { into: { type: 'string' } },
    allowPositionals: true,
  })
  const [path, ...more] = positionals
  if (!path || more.length > 0) throw await usage(settings.backupDir)
  const target = values.into === undefined ? settings : into(values.into)
  const restored = await withDatabase(target, ({ url }) => restore(path, url, settings.backupDir))
  for (const line of report(restored)) say(line)
})

function into(place: string) {
  return /^postgres(ql)?:\/\//.test(place)
    ? { databaseUrl: place, dataDir: '' }
    : { databaseUrl: undefined, dataDir: place }
}

/** Who asks without naming a backup is shown those that are there, the latest first. */
async function usage(backupDir: string): Promise<BackupFault> {
  const there = backupsIn(await readdir(backupDir).catch(() => [])).toReversed()
  const paths = there.map(({ name }) => `\n  ${join(backupDir, name)}`).join('')
  return new BackupFault(
    'npm run restore -- TỆP [--into postgres://… hoặc THƯ-MỤC]: hãy chọn một bản sao lưu.',
    `npm run restore -- FILE [--into postgres://… or FOLDER]: name a backup.${paths}`,
  )
}
