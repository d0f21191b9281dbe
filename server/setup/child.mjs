import { spawn } from 'node:child_process'

import { SetupFault } from './setup-fault.mjs'

const LINES_SHOWN = 25

/**
 * Runs one step of the preparation with its output held back: a step that works is told in one line by `step`, one
 * that fails shows the beginning of what it said.
 */
export function runQuietly(command, args, { env = process.env, shell = false, fault }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, shell, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    let output = ''
    child.stdout.on('data', chunk => (output += chunk))
    child.stderr.on('data', chunk => (output += chunk))

    // Ctrl+C reaches the child by itself. It is waited for, or it would tidy up under the feet of the next start;
    // a second Ctrl+C ends us at once.
    let interrupted = false
    const interrupt = signal => {
      interrupted = true
      if (signal === 'SIGTERM') child.kill(signal)
    }
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt)

    child.once('error', error => reject(new SetupFault(`${fault}\n  ${error.message}`)))
    child.once('close', code => {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
      if (interrupted) process.exit(130)
      if (code === 0) return resolve()
      const lines = output.trim().split('\n')
      const shown = lines.slice(0, LINES_SHOWN).map(line => `  ${line}`)
      reject(new SetupFault([fault, ...shown, ...(lines.length > LINES_SHOWN ? ['  …'] : [])].join('\n')))
    })
  })
}

/** Says what is being done, does it, and says how long it took. */
export async function step(name, work) {
  const since = performance.now()
  console.log(`… ${name}`)
  const result = await work()
  console.log(`✓ ${name} (${((performance.now() - since) / 1000).toFixed(1)} s)`)
  return result
}
