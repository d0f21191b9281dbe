import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const START_WITHIN_MS = 30_000
const END_WITHIN_MS = 15_000

/** Forks one of the programs here; it says `ready` once, with what the others must know. Gone when its channel closes. */
export async function forkReady(path, env = {}) {
  const child = fork(fileURLToPath(new URL(path, import.meta.url)), { env: { ...process.env, ...env } })
  const [ready] = await within(once(child, 'message'), path, child)
  return { child, ready, stop: () => end(child), kill: () => end(child, 'SIGKILL') }
}

/** Starts a program and waits for a line that it prints. */
export async function spawnUntil(args, env, line) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const found = new Promise(resolve =>
    child.stdout.on('data', chunk => {
      said += chunk
      const match = line.exec(said)
      if (match) resolve(match)
    }),
  )
  const match = await within(found, args.at(-1), child)
  return { child, match, stop: () => end(child), kill: () => end(child, 'SIGKILL') }
}

async function within(started, name, child) {
  let timer
  const failed = new Promise((_, reject) => {
    const fail = why => reject(new Error(`${name} ${why}`))
    timer = setTimeout(() => fail('does not start'), START_WITHIN_MS)
    child.once('exit', code => fail(`ended with ${code}`))
  })
  try {
    return await Promise.race([started, failed])
  } catch (error) {
    await end(child, 'SIGKILL')
    throw error
  } finally {
    clearTimeout(timer)
    failed.catch(() => {})
  }
}

/** Whoever does not end when told to is killed: nothing is left behind. */
async function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS)
  await gone
  clearTimeout(timer)
}
