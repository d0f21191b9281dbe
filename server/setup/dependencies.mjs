import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

import { runQuietly, step } from './child.mjs'
import { hashOf, readStamp } from './source-hash.mjs'

const STAMP = 'node_modules/.deps-stamp'

/** Installs the packages when they are not those of the lock file, and returns a hash that stands for them. */
export async function prepareDependencies() {
  const major = process.versions.node.split('.')[0]
  const wanted = hashOf(['package.json', 'package-lock.json'], process.platform, process.arch, major)
  if (readStamp(STAMP) === wanted) return wanted

  // Somebody may have run npm ci himself.
  if (!isInstalled()) await step('npm ci: installing the packages', install)
  writeFileSync(STAMP, wanted)
  return wanted
}

function install() {
  // The packages that build the project are development ones, and the database is an optional one: whatever
  // NODE_ENV and npm's settings say, both are needed. Node 20 is one that some build tools merely warn about.
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-engine-strict',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const fault =
    'npm ci không cài được các gói: hãy xem lý do dưới đây (mạng? quyền ghi?) rồi chạy lại.\n' +
    'npm ci could not install the packages: see the reason below (network? permissions?) and start again.'
  const npm = process.env.npm_execpath ?? ''
  // Another package manager names itself there too, but the lock file is npm's.
  if (basename(npm) === 'npm-cli.js') return runQuietly(process.execPath, [npm, ...args], { fault })
  return runQuietly('npm', args, { fault, shell: process.platform === 'win32' })
}

/** True when npm's own note of what lies in node_modules agrees with the lock file, for all that this machine needs. */
function isInstalled() {
  try {
    const lock = readJson('package-lock.json').packages
    const there = readJson('node_modules/.package-lock.json').packages
    const { dependencies, devDependencies } = readJson('package.json')
    const asked = { ...dependencies, ...devDependencies }
    const locked = { ...lock[''].dependencies, ...lock[''].devDependencies }
    if (JSON.stringify(Object.entries(asked).sort()) !== JSON.stringify(Object.entries(locked).sort()))
      return false

    return Object.entries(lock).every(
      ([path, entry]) =>
        path === '' ||
        (there[path]?.version === entry.version && existsSync(path)) ||
        (entry.optional && !isForThisMachine(entry)),
    )
  } catch {
    return false
  }
}

function isForThisMachine({ os, cpu, libc }) {
  // Optional ones for no machine in particular come along with others, or not at all.
  if (!os || !cpu) return false
  const ours = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  return os.includes(process.platform) && cpu.includes(process.arch) && (!libc || libc.includes(ours))
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
