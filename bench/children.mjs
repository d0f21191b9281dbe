import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const START_WITHIN_MS = 30_000

/** Forks one of the programs here; it says `ready` once, with what the others must know. Gone when its channel closes. */
export async function forkReady(path, env = {}) {
  const child = fork(fileURLToPath(new URL(path, import.meta.url)), { env: { ...process.env, ...env } })
  const [ready] = await within(once(child, 'message'), path, child)
  return { child, ready, stop: () => end(child) }
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
  return { child, match: await within(found, args.at(-1), child), stop: () => end(child) }
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
  } finally {
    clearTimeout(timer)
    failed.catch(() => {})
  }
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
