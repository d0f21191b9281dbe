import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'

import { runQuietly, step } from './child.mjs'
import { hashOf, readStamp } from './source-hash.mjs'

const STAMP = 'dist/.build-stamp'

const FAULT =
  'Không biên dịch được mã nguồn (xem lỗi dưới đây).\nThe sources do not build; the compiler says:'

/** The two halves, each built again only when something that it is made of has changed; package.json counts with the packages. */
const HALVES = {
  server: {
    sources: ['server', 'protocol', 'tsconfig.json', 'nest-cli.json'],
    output: ['dist/server', 'dist/protocol'],
    entry: 'dist/server/main.js',
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
  },
  client: {
    sources: ['client', 'protocol'],
    output: ['dist/client'],
    entry: 'dist/client/index.html',
    command: ['node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel', 'warn'],
  },
}

/** Builds what has changed, both halves at the same time. */
export async function prepareBuild(dependencies) {
  const stamps = parse(readStamp(STAMP))
  const wanted = {}
  for (const [name, half] of Object.entries(HALVES)) wanted[name] = hashOf(half.sources, dependencies)
  const changed = Object.keys(HALVES).filter(
    name => stamps[name] !== wanted[name] || !existsSync(HALVES[name].entry),
  )
  if (changed.length === 0) return

  // A build that is cut short must not pass for a finished one.
  mkdirSync('dist', { recursive: true })
  writeFileSync(STAMP, JSON.stringify(without(stamps, changed)))
  await step(`building the ${changed.join(' and the ')}`, () => Promise.all(changed.map(build)))
  writeFileSync(STAMP, JSON.stringify(wanted))
}

/** To be called by who changes dist without a stamp: the next start builds anew. */
export function forgetBuild() {
  rmSync(STAMP, { force: true })
}

function build(name) {
  const { output, command } = HALVES[name]
  for (const folder of output) rmSync(folder, { recursive: true, force: true })
  // A NODE_ENV of the shell's would make the pages those of a development build.
  const env = { ...process.env, NODE_ENV: 'production' }
  return runQuietly(process.execPath, command, { env, fault: FAULT })
}

function without(stamps, names) {
  return Object.fromEntries(Object.entries(stamps).filter(([name]) => !names.includes(name)))
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
