import { randomBytes } from 'node:crypto'
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { EmbeddedPostgresFault } from './fault.js'
import { isAlive } from './process-alive.js'

const BEAT_MS = 2_000
const STALE_MS = 20_000

/** The locks that this very process holds: after a restart in a container the number of the process may be the same. */
const held = new Set<string>()

/**
 * Does the work while no other start or stop works on the folder. It spares the second of two first starts the
 * making of a cluster; the data do not hang on it, as the rename in the making and PostgreSQL's own lock file hold
 * without it.
 */
export async function withStartLock<T>(folder: string, seconds: number, work: () => Promise<T>): Promise<T> {
  const path = join(folder, 'start.lock')
  const token = randomBytes(8).toString('hex')
  const until = Date.now() + seconds * 1000
  while (!(await take(path, token))) {
    if (await isStale(path)) await rm(path, { force: true })
    else if (Date.now() > until) throw lockedFault(path)
    else await sleep(50)
  }
  held.add(token)
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await rm(path, { force: true }).catch(() => undefined)
    held.delete(token)
  }
}

async function take(path: string, token: string): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify({ pid: process.pid, host: hostname(), token }), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** A holder that was killed is seen at once on the same machine, elsewhere by its silence. */
async function isStale(path: string): Promise<boolean> {
  try {
    const silence = Date.now() - (await stat(path)).mtimeMs
    if (silence > STALE_MS) return true
    const { pid, host, token } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    if (host !== hostname() || typeof pid !== 'number') return false
    if (pid === process.pid) return !held.has(String(token))
    return !isAlive(pid)
  } catch {
    // Gone meanwhile, or not yet written: look again.
    return false
  }
}

function lockedFault(path: string): EmbeddedPostgresFault {
  return new EmbeddedPostgresFault(
    `Một lần khởi động khác đang giữ thư mục dữ liệu quá lâu: nếu không còn tiến trình nào chạy, hãy xoá ${path}.`,
    `Another start has been holding the data folder for too long: if none is running, remove ${path}.`,
  )
}
