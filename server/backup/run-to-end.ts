import { setPriority } from 'node:os'
import { EmbeddedPostgresFault } from '../database/embedded/fault.js'
import { DatabaseFault, type Reached, reachDatabase } from '../database/reach-database.js'
import { type Settings, SettingsFault } from '../settings/settings.js'
import { BackupFault } from './backup-fault.js'

const TOLD = [BackupFault, SettingsFault, DatabaseFault, EmbeddedPostgresFault]
/** A programme on the same machine comes first. */
const BEHIND_OTHERS = 10

export const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Runs a program that works on a database and ends: with 0, or with 1 and a sentence. */
export async function runToEnd(work: () => Promise<void>): Promise<void> {
  try {
    setPriority(BEHIND_OTHERS)
    await work()
  } catch (error) {
    // What PostgreSQL quotes of a row, and where it stood, is somebody's data: its sentence and its code say enough.
    const { message, code } = error as { message: string; code?: string }
    process.stderr.write(
      `${message}${TOLD.some(kind => error instanceof kind) ? '' : ` (${code ?? 'fault'})`}\n`,
    )
    process.exitCode = 1
  }
}

export async function withDatabase<T>(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  work: (reached: Reached) => Promise<T>,
): Promise<T> {
  const reached = await reachDatabase(settings, say)
  try {
    return await work(reached)
  } finally {
    await reached.leave()
  }
}
