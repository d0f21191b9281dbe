import { stat } from 'node:fs/promises'

import { EmbeddedPostgresFault } from './fault.js'
import { run } from './run-command.js'

export interface Account {
  uid: number
  gid: number
}

/**
 * Who PostgreSQL runs as. It refuses to run as root, so root lends it an account that every system has;
 * anybody else runs it as himself (undefined). Data that exist already keep their owner: the accounts of
 * a machine may change between two starts, and PostgreSQL refuses a data folder that is not its own.
 */
export async function serverAccount(data: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined

  const owner = await stat(data).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }

  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    if (uid.code === 0 && gid.code === 0) return { uid: Number(uid.output), gid: Number(gid.output) }
  }
  throw new EmbeddedPostgresFault(
    'PostgreSQL không chạy bằng quyền root và máy này không có tài khoản postgres hay nobody: hãy chạy bằng tài khoản thường hoặc đặt DATABASE_URL.',
    'PostgreSQL refuses to run as root, and there is no account "postgres" or "nobody" here: start as an ordinary user or set DATABASE_URL.',
  )
}

/** True when the account can go to the folder and write there: asked of the system itself, so that every kind of right counts. */
export async function canWriteIn(folder: string, account: Account): Promise<boolean> {
  const { code, output } = await run('/bin/sh', ['-c', 'cd -- "$0" && [ -w . ]', folder], account)
  if (code !== null) return code === 0
  throw new EmbeddedPostgresFault(
    'PostgreSQL không chạy bằng quyền root, và ở đây root không được phép đổi tài khoản: hãy chạy bằng tài khoản thường hoặc đặt DATABASE_URL.',
    `PostgreSQL refuses to run as root, and root may not change to user ${account.uid} here: start as an ordinary user or set DATABASE_URL.`,
    [output],
  )
}
