import { spawn } from 'node:child_process'
import { dirname } from 'node:path'

import type { Account } from './server-account.js'

export interface Outcome {
  /** The exit code; null when the program could not be started or was ended by a signal. */
  code: number | null
  output: string
}

/** PostgreSQL gets no more of our environment than it needs: no secrets, and no PG* setting of the shell's. */
const PASSED_ON = ['PATH', 'LD_LIBRARY_PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'windir', 'ComSpec']

/**
 * Runs a program, as another account when one is given, and never throws: the outcome says how it went.
 * It stays in our process group: Ctrl+C in the middle of a start ends the start as a whole.
 */
export function run(file: string, args: string[], account?: Account, seconds = 60): Promise<Outcome> {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C' }
  for (const name of PASSED_ON) if (process.env[name] !== undefined) env[name] = process.env[name]

  return new Promise(resolve => {
    let output = ''
    const failed = (error: Error) => resolve({ code: null, output: output + error.message })
    try {
      const child = spawn(file, args, {
        // The folder we were started in may be closed to the other account, and initdb insists on knowing where it is.
        cwd: process.platform === 'win32' ? dirname(file) : '/',
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: seconds * 1000,
        windowsHide: true,
        ...(account && { uid: account.uid, gid: account.gid }),
      })
      child.stdout.on('data', chunk => (output += chunk))
      child.stderr.on('data', chunk => (output += chunk))
      child.once('error', failed)
      child.once('close', code => resolve({ code, output }))
    } catch (error) {
      // Some refusals, such as a change of account, are thrown on the spot.
      failed(error as Error)
    }
  })
}
