import { chmod, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { DataHome } from './data-home.js'
import { EmbeddedPostgresFault } from './fault.js'
import { giveTo, makeCluster, sweep } from './new-cluster.js'
import type { Binaries } from './platform-binaries.js'

/** A PostgreSQL data folder of ours, and with what and how it is run. */
export interface Cluster extends DataHome {
  /** PostgreSQL's own data folder. */
  data: string
  password: string
  binaries: Binaries
  durable: boolean
}

/** Opens the cluster of a data home, making it on the first start. To be called under the start lock. */
export async function openCluster(
  home: DataHome,
  binaries: Binaries,
  durable: boolean,
  log: (line: string) => void,
): Promise<Cluster> {
  const folder = join(home.folder, 'cluster')
  const data = join(folder, 'data')
  await sweep(home.folder)
  // An empty folder holds nothing to lose: the rename at the end of the making replaces it.
  const entries = await readdir(folder).catch(ifMissing([]))
  if (entries.length === 0) await makeCluster(home, binaries, durable, log)

  await refuseBroken(data, binaries)
  await restoreOwner(data, home)
  const password = await readFile(join(folder, 'password'), 'utf8').catch(ifMissing(''))
  if (!password) throw broken(data, 'the file "password" beside it is missing')
  return { ...home, data, password, binaries, durable }
}

async function refuseBroken(data: string, binaries: Binaries): Promise<void> {
  const version = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(ifMissing(''))).trim()
  if (!/^\d+$/.test(version)) throw broken(data, `PG_VERSION is ${version ? 'garbled' : 'missing'}`)
  const ours = binaries.version.split('.')[0]
  if (version === ours) return
  throw new EmbeddedPostgresFault(
    `Thư mục dữ liệu ${data} là của PostgreSQL ${version}, bản đi kèm là ${ours}: hãy chạy bản chương trình cũ, npm run backup ở đó, rồi npm run restore với một DATA_DIR khác ở đây.`,
    `The data folder ${data} was made by PostgreSQL ${version}, this is ${ours}: run the older program and npm run backup there, then npm run restore with another DATA_DIR here.`,
  )
}

/** Root may have brought the folder back from a backup as its own: all in it becomes the account's again. */
async function restoreOwner(data: string, home: DataHome): Promise<void> {
  const { uid, mode } = await stat(data)
  if (home.account && uid !== home.account.uid)
    for (const name of await readdir(home.folder, { recursive: true }))
      await giveTo(home, join(home.folder, name))
  // PostgreSQL refuses a data folder that others can read.
  if ((mode & 0o077) !== 0) await chmod(data, 0o700)
}

function broken(data: string, reason: string): EmbeddedPostgresFault {
  return new EmbeddedPostgresFault(
    `Thư mục dữ liệu ${data} bị hỏng hoặc thiếu tệp: hãy phục hồi từ bản sao lưu, hoặc đặt DATA_DIR khác.`,
    `The data folder ${data} is broken (${reason}): restore it from a backup, or set another DATA_DIR.`,
  )
}

/** Only a missing file is an answer; a file that may not be read is a fault to be told. */
export function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return error => {
    if (error.code === 'ENOENT') return value
    throw error
  }
}
