import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDatabase, type TestDatabase } from '../support/database.js'
import { missingDatabaseUrl } from '../support/empty-database.js'
import { Instance } from '../support/instance.js'

/** It ends by itself, with a code that is not 0, a sentence that names the setting, and no stack. */
async function expectToldApart(settings: Record<string, string>, sentence: RegExp): Promise<string> {
  const instance = Instance.spawn(settings)
  const ending = await instance.ended
  expect({ said: instance.said, ...ending }).toMatchObject({ code: 1, signal: null })
  expect(instance.said).toMatch(sentence)
  expect(instance.said).not.toMatch(/^\s+at |node:internal|\.js:\d+|http:\/\//m)
  expect(ending.within).toBeLessThan(15_000)
  return instance.said
}

describe('a start that cannot succeed', () => {
  let database: TestDatabase
  let folder: string
  beforeAll(async () => {
    database = await copyDatabase()
    folder = await mkdtemp(join(tmpdir(), 'doithoai-start-'))
    // PostgreSQL's account must be able to pass where the tests run as root.
    await chmod(folder, 0o755)
  })
  afterAll(async () => {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })

  it('names the port that somebody else has', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await expectToldApart(
      { DATABASE_URL: database.url, PORT: String(port) },
      new RegExp(`^PORT: .*${port}.* in use`, 'm'),
    )
    other.close()
  })

  it('names a database that does not answer, or is not there, without its password', async () => {
    const nobody = 'postgres://ai:mat-khau-rieng@127.0.0.1:1/doithoai'
    await expectToldApart({ DATABASE_URL: nobody }, /^DATABASE_URL: .*127\.0\.0\.1:1\/doithoai.*ECONNREFUSED/)
    const missing = missingDatabaseUrl()
    await expectToldApart({ DATABASE_URL: missing }, /^DATABASE_URL: .*nobody_made_this/)
    const refused = new URL(database.url)
    refused.password = 'mat-khau-rieng'
    const instance = Instance.spawn({ DATABASE_URL: refused.href })
    expect(await instance.ended).toMatchObject({ code: 1 })
    expect(instance.said).toMatch(/^DATABASE_URL: /)
    expect(instance.said).not.toContain('mat-khau-rieng')
  })

  it('names every setting that cannot be used, each on a line of its own', async () => {
    const wrong = {
      DATABASE_URL: 'mysql://127.0.0.1/doithoai',
      PORT: '70000',
      DEMO: 'yes',
      PUBLIC_ORIGIN: 'doithoai.vn',
      LOG_LEVEL: 'loud',
    }
    const said = await expectToldApart(wrong, /^DATABASE_URL/m)
    expect(said.match(/^[A-Z_]+(?=[.:])/gm)?.sort()).toEqual(Object.keys(wrong).sort())
  })

  it('names an address that this machine does not have', async () => {
    await expectToldApart({ DATABASE_URL: database.url, HOST: '203.0.113.9' }, /^HOST: .*203\.0\.113\.9/m)
  })

  it('names a data folder that is a file, somebody else’s, or broken', async () => {
    const file = join(folder, 'tep')
    await writeFile(file, '')
    await expectToldApart({ DATA_DIR: file }, new RegExp(`${file}.*\n.*set DATA_DIR to a folder`))

    const foreign = join(folder, 'cua-nguoi-khac')
    await mkdir(foreign)
    await writeFile(join(foreign, 'thu.docx'), '')
    await expectToldApart({ DATA_DIR: foreign }, /thu\.docx/)

    const broken = join(folder, 'hong')
    await mkdir(join(broken, 'cluster', 'data'), { recursive: true })
    await writeFile(join(broken, 'cluster', 'data', 'PG_VERSION'), 'xx\n')
    await expectToldApart({ DATA_DIR: broken }, /broken \(PG_VERSION is garbled\)/)
  })
})
