import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { forgetBuild, prepareBuild } from './build.mjs'
import { prepareDependencies } from './dependencies.mjs'
import { checkNode } from './node-version.mjs'
import { withPrepareLock } from './prepare-lock.mjs'
import { SetupFault } from './setup-fault.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const [mode = '', ...rest] = process.argv.slice(2)

/** What is done when the packages and the build are there, in this very process where that is possible. */
const MODES = {
  build: () => undefined,
  start: () => load('dist/server/main.js'),
  'demo-questions': () => load('dist/server/seed/demo-questions.js'),
  backup: () => load('dist/server/backup/backup.main.js'),
  restore: () => load('dist/server/backup/restore.main.js'),
  bench: () => load('bench/run.mjs'),
  'test-soak': () => load('bench/soak/run.mjs'),
  test: () => runTests(['rules', 'server', 'faults', 'attacks', 'journeys']),
  'test-faults': () => runTests(['faults', 'attacks', 'faults-long', 'attacks-long']),
  async dev() {
    // From here on the compiler keeps dist by itself.
    forgetBuild()
    const { onOrphaned } = await import(builtUrl('dist/server/setup/parent-watch.js'))
    const { runDev } = await import('./dev.mjs')
    await runDev(onOrphaned)
  },
}

/** Runs tests of these kinds; what else was said, such as a file's name, is vitest's. */
async function runTests(kinds) {
  // Tests are tests, whatever the shell says: libraries behave differently under production.
  process.env.NODE_ENV = 'test'
  const named = rest.some(word => word.startsWith('--project'))
  rest.unshift('run', ...(named ? [] : kinds.map(kind => `--project=${kind}`)))
  const { onOrphaned } = await import(builtUrl('dist/server/setup/parent-watch.js'))
  // On an interrupt vitest still cleans up after itself.
  onOrphaned(() => process.kill(process.pid, 'SIGINT'))
  await load('node_modules/vitest/vitest.mjs')
}

/** Runs a program of ours as if it had been started by its own name. */
async function load(path) {
  process.argv = [process.execPath, join(root, path), ...rest]
  await import(builtUrl(path))
}

function builtUrl(path) {
  return pathToFileURL(join(root, path)).href
}

async function prepare() {
  const parent = process.ppid
  checkNode()
  process.chdir(root)
  await withPrepareLock(root, async () => prepareBuild(await prepareDependencies()))
  // npm was told to end meanwhile, and nobody is left who wants what was prepared.
  if (process.env.npm_lifecycle_event && process.ppid !== parent) process.exit(143)
}

if (!MODES[mode]) {
  console.error(`usage: node server/setup/prepare.mjs <${Object.keys(MODES).join('|')}>`)
  process.exit(2)
}
try {
  await prepare()
} catch (error) {
  // An expected fault is a sentence; anything else is a fault of ours and keeps its stack.
  console.error(error instanceof SetupFault ? `\n${error.message}` : error)
  process.exit(1)
}
await MODES[mode]()
