import { createHash } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const TOO_OLD_MS = 15 * 60_000

/**
 * Lets one process at a time install and build in a checkout: two in the same folder would undo each other's work.
 * Where no lock can be had, the work goes on without.
 */
export async function withPrepareLock(root, work) {
  // Not in the checkout: npm ci empties node_modules, a build empties dist.
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const path = join(tmpdir(), `doithoai-prepare-${name}.lock`)
  let told = false
  while (!take(path)) {
    if (isStale(path)) {
      rmSync(path, { force: true })
      continue
    }
    if (!told) console.log('… waiting for another start that is preparing this folder')
    told = true
    await sleep(100)
  }
  const release = () => rmSync(path, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    return error.code !== 'EEXIST'
  }
}

function isStale(path) {
  const lock = statSync(path, { throwIfNoEntry: false })
  if (!lock) return true
  const age = Date.now() - lock.mtimeMs
  const holder = Number(readFileSync(path, 'utf8'))
  // Empty for the instant between its making and its writing.
  if (!holder) return age > 2_000
  return age > TOO_OLD_MS || !isAlive(holder)
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
