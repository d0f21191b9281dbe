import { readFile, readlink, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { isAlive } from './process-alive.js'

/** What became of the server that last ran on a data folder. */
export type Postmaster =
  | { is: 'running'; port: number; status: string }
  /** It died without a word: its file is still there. */
  | { is: 'dead' }
  /** It was never started, or was told to stop and did. */
  | { is: 'stopped' }

/** Reads postmaster.pid and looks whether the process it names is alive and is the server of this very folder. */
export async function findPostmaster(data: string): Promise<Postmaster> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  // Line by line: pid, folder, start time, port, socket folder, address, shared memory, status.
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!pid) return { is: 'stopped' }
  if (!(await servesFolder(pid, data))) return { is: 'dead' }
  return { is: 'running', port: Number(lines[3]), status: lines[7]?.trim() || 'starting' }
}

/**
 * A dead server's number may look alive: as a zombie, or because another process has it by now. PostgreSQL itself
 * would then refuse to start; it takes no offence at the number of the process that runs pg_ctl, which is ours.
 * The rest of the file stays, so that PostgreSQL still sees whether old backends hold the shared memory.
 */
export async function forgetPostmaster(data: string): Promise<void> {
  const path = join(data, 'postmaster.pid')
  const text = await readFile(path, 'utf8')
  if (isAlive(parseInt(text, 10))) await writeFile(path, text.replace(/^\d+/, String(process.pid)))
}

async function servesFolder(pid: number, data: string): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid)
  const state = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')
  if (state === '' || /^\d+ \(.*\) [ZX]/s.test(state)) return false
  const folder = await realpath(data)
  // The working folder is the better witness, as it follows a folder that is moved; root in a container may not read it.
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  if (cwd !== undefined) return cwd === folder
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.split('\0').includes(folder)
}
