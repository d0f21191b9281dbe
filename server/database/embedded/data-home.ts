import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, chown, mkdir, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { EmbeddedPostgresFault } from './fault.js'
import { canWriteIn, serverAccount, type Account } from './server-account.js'
import { sharedPath } from './shared-folder.js'

/** What may lie in the folder: everything else makes it somebody else's folder. */
const OURS = /^(cluster|new-.*|start\.lock|port|postgres\.log(\.1)?|DATA-IS-IN\.txt|origin|lost\+found|\..*)$/
const POINTER = 'DATA-IS-IN.txt'

export interface DataHome {
  /** Holds the cluster, the log and the lock; belongs to the account. */
  folder: string
  account: Account | undefined
}

/** Decides where the data live and who owns them, and makes the folder ready; idempotent. */
export async function openDataHome(dataDir: string, log: (line: string) => void): Promise<DataHome> {
  if ((await stat(dataDir).catch(() => undefined))?.isDirectory() === false) throw notAFolder(dataDir)
  await mkdir(dataDir, { recursive: true })
  dataDir = await realpath(dataDir)
  const folder = (await pointedTo(dataDir)) ?? dataDir
  await refuseForeignFolder(folder)
  const account = await serverAccount(join(folder, 'cluster', 'data'))
  if (!account) {
    await access(folder, constants.W_OK | constants.X_OK)
    return { folder, account }
  }
  await handOver(folder, account)
  if (await canWriteIn(folder, account)) return { folder, account }
  if (await exists(join(folder, 'cluster'))) throw outOfReach(folder)
  return { folder: await moveOut(dataDir, account, log), account }
}

/**
 * The folder that the pointer names, unless there are data here after all. A checkout that was moved keeps its
 * data; one that was copied, while the first is still there, does not share them.
 */
async function pointedTo(dataDir: string): Promise<string | undefined> {
  if (await exists(join(dataDir, 'cluster'))) return undefined
  const pointer = await readFile(join(dataDir, POINTER), 'utf8').catch(() => '')
  const folder = pointer.split('\n')[0]
  if (!folder || !(await exists(join(folder, 'cluster')))) return undefined

  const origin = await readFile(join(folder, 'origin'), 'utf8').catch(() => dataDir)
  if (origin !== dataDir && (await exists(join(origin, POINTER)))) return undefined
  if (origin !== dataDir) await writeFile(join(folder, 'origin'), dataDir)
  return folder
}

/** Root's checkout under a closed home: PostgreSQL's account needs a folder elsewhere, the same one each time. */
async function moveOut(dataDir: string, account: Account, log: (line: string) => void): Promise<string> {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const folder = await sharedPath(hash)
  await mkdir(folder, { recursive: true })
  await handOver(folder, account)
  if (!(await canWriteIn(folder, account))) throw outOfReach(folder)
  await writeFile(join(folder, 'origin'), dataDir)
  await writeFile(
    join(dataDir, POINTER),
    `${folder}\n\nDữ liệu nằm ở thư mục trên: PostgreSQL không chạy bằng quyền root, và tài khoản của nó không vào được thư mục này.\n` +
      'The data are in the folder above: PostgreSQL does not run as root, and its account cannot enter this folder.\n',
  )
  log(`the data are kept in ${folder}: PostgreSQL's account cannot enter ${dataDir}`)
  return folder
}

async function handOver(folder: string, account: Account): Promise<void> {
  await chown(folder, account.uid, account.gid)
  await chmod(folder, 0o700)
}

async function refuseForeignFolder(folder: string): Promise<void> {
  const entries = await readdir(folder)
  const foreign = entries.filter(name => !OURS.test(name))
  if (foreign.length === 0 || entries.includes('cluster')) return
  throw new EmbeddedPostgresFault(
    `Thư mục dữ liệu ${folder} chứa tệp lạ và không có dữ liệu của Đối Thoại: hãy đặt DATA_DIR là một thư mục trống.`,
    `The data folder ${folder} holds other files and no data of this project: set DATA_DIR to an empty folder.`,
    [`found: ${foreign.slice(0, 5).join(', ')}${foreign.length > 5 ? ' …' : ''}`],
  )
}

function notAFolder(path: string): EmbeddedPostgresFault {
  return new EmbeddedPostgresFault(
    `${path} là một tệp, không phải thư mục: hãy đặt DATA_DIR là một thư mục.`,
    `${path} is a file: set DATA_DIR to a folder.`,
  )
}

function outOfReach(folder: string): EmbeddedPostgresFault {
  return new EmbeddedPostgresFault(
    `Tài khoản chạy PostgreSQL không vào được ${folder}: hãy mở quyền đi qua các thư mục cha (chmod o+x), hoặc đặt DATA_DIR khác.`,
    `PostgreSQL's account cannot enter ${folder}: let it pass through the parent folders (chmod o+x), or set another DATA_DIR.`,
  )
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
