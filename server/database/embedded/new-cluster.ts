import { randomBytes } from 'node:crypto'
import { lchown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { DataHome } from './data-home.js'
import { EmbeddedPostgresFault } from './fault.js'
import type { Binaries } from './platform-binaries.js'
import { run } from './run-command.js'

/** The role that owns the server; the programme itself connects as a role without such rights. */
export const SUPERUSER = 'postgres'

/**
 * initdb under another name, renamed when all is there: a start that was cut short leaves no half cluster, and
 * should two starts make one at the same time, the rename refuses the second.
 */
export async function makeCluster(
  home: DataHome,
  binaries: Binaries,
  durable: boolean,
  log: (line: string) => void,
): Promise<void> {
  log(`PostgreSQL ${binaries.version}: making the data folder in ${home.folder}`)
  const unfinished = join(home.folder, `new-${process.pid}-${randomBytes(3).toString('hex')}`)
  const passwordFile = join(unfinished, 'password')
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 })
  for (const path of [unfinished, passwordFile]) await giveTo(home, path)

  const args = ['-D', join(unfinished, 'data'), '-E', 'UTF8', '-U', SUPERUSER, '-A', 'scram-sha-256']
  args.push(`--pwfile=${passwordFile}`, '--locale-provider=builtin', ...(durable ? [] : ['--no-sync']))
  const initdb = (...locale: string[]) =>
    run(join(binaries.bin, 'initdb'), [...args, ...locale], home.account, 300)

  let made = await initdb('--locale=C.UTF-8')
  // Systems without that locale: characters still sort and fold as in C.UTF-8, which PostgreSQL has built in.
  if (made.code !== 0 && /invalid locale name/.test(made.output))
    made = await initdb('--locale=C', '--builtin-locale=C.UTF-8')
  if (made.code !== 0) {
    await rm(unfinished, { recursive: true, force: true })
    throw new EmbeddedPostgresFault(
      `Không tạo được cơ sở dữ liệu trong ${home.folder} (xem lý do dưới đây).`,
      `PostgreSQL could not make its data folder in ${home.folder}; it said:`,
      made.output.trim().split('\n').slice(-6),
    )
  }
  await rename(unfinished, join(home.folder, 'cluster')).catch(() =>
    rm(unfinished, { recursive: true, force: true }),
  )
}

/** Removes what starts that were cut short have left; an initdb that outlived its start may still be writing, and is left for the next time. */
export async function sweep(folder: string): Promise<void> {
  const leftovers = (await readdir(folder)).filter(name => name.startsWith('new-'))
  for (const name of leftovers)
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)
}

/** Makes a path the server account's, where that is another than ours. */
export async function giveTo({ account }: DataHome, path: string): Promise<void> {
  if (account) await lchown(path, account.uid, account.gid)
}
