import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Where root keeps what PostgreSQL's account must reach when the checkout itself is closed to it. */
export const SHARED_FOLDER = '/var/lib/doithoai'

/** Makes a folder under the shared one, open to all for passing through, and returns its path. */
export async function sharedPath(name: string): Promise<string> {
  await mkdir(SHARED_FOLDER, { recursive: true })
  // The umask of whoever starts us must not close it.
  await chmod(SHARED_FOLDER, 0o755)
  return join(SHARED_FOLDER, name)
}

/** Copies PostgreSQL's programs to where every account can run them, once per version. */
export async function copyToSharedFolder(native: string): Promise<string> {
  const about = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = await sharedPath(`postgresql-${about.version}`)
  if (await lstat(copy).catch(() => undefined)) return copy

  const unfinished = `${copy}.${process.pid}`
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
  await openToAll(unfinished)
  // Renamed when complete. If another start was first, its copy is as good as ours.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }))
  return copy
}

/** A checkout made under a strict umask is closed to others file by file. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
