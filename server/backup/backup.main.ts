import 'reflect-metadata'
import { existsSync } from 'node:fs'
import { readSettings } from '../settings/settings.js'
import { backUp } from './back-up.js'
import { BackupFault } from './backup-fault.js'
import { runToEnd, say, withDatabase } from './run-to-end.js'

/** `npm run backup`: backs up the database of the settings, which may be in use. */
await runToEnd(async () => {
  const settings = readSettings(process.env)
  if (settings.databaseUrl === undefined && !existsSync(settings.dataDir))
    throw new BackupFault(
      `DATA_DIR: không có thư mục ${settings.dataDir}.`,
      `DATA_DIR: there is no folder ${settings.dataDir}.`,
    )
  const { path, rows, bytes, removed } = await withDatabase(settings, ({ url }) => backUp(url, settings))
  say(`Đã sao lưu và đọc lại / backed up and read again: ${path}`)
  say(`${rows} dòng / rows, ${(bytes / 1024).toFixed(0)} KiB`)
  for (const name of removed) say(`Đã xóa bản quá hạn / expired and removed: ${name}`)
})
