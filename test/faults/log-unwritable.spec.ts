import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { copyDatabase, type TestDatabase } from '../support/database.js'
import { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import { Instance } from '../support/instance.js'

/** Linux' own full disk: whatever is written to it is refused for want of room. */
const FULL_DISK = '/dev/full'

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return String(port)
}

describe('a server whose log cannot be written', () => {
  let database: TestDatabase
  let instance: Instance
  let settings: Record<string, string>
  beforeAll(async () => {
    database = await copyDatabase()
    settings = { DATABASE_URL: database.url, LOG_LEVEL: 'debug' }
  })
  afterEach(async () => void (await instance?.kill()))
  afterAll(() => database.drop())

  /** Approves and withdraws, with something in between that is written into the log. */
  async function expectAtWork(): Promise<void> {
    const [program] = await database.query<{ id: string }>('SELECT id FROM program')
    const desk = new Desk(instance.address, program!.id)
    await desk.signIn('duyet1', 'doithoai-demo')
    const question = await desk.approved('Câu khi không ghi được nhật ký')
    const listening = `FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'doithoai-listens'`
    const [cut] = await database.query<{ pid: number }>(`SELECT pid, pg_terminate_backend(pid) ${listening}`)
    await eventually(async () => {
      const again = await database.query<{ pid: number }>(`SELECT pid ${listening}`)
      expect(again.filter(({ pid }) => pid !== cut!.pid)).toHaveLength(1)
    })
    await desk.move(question, 'withdraw')
    expect(await database.query('SELECT state FROM question WHERE id = $1', [question.id])).toEqual([
      { state: 'pending' },
    ])
    instance.signal('SIGTERM')
    expect(await instance.ended).toMatchObject({ code: 0, signal: null })
  }

  it('because its disk is full starts, works and ends as ever', async () => {
    const output = openSync(FULL_DISK, 'w')
    const PORT = await freePort()
    instance = Instance.spawn({ ...settings, PORT }, { output })
    closeSync(output)
    instance.address = `http://127.0.0.1:${PORT}`
    await eventually(async () => expect((await fetch(`${instance.address}/health/ready`)).ok).toBe(true), {
      timeout: 20_000,
    })
    await expectAtWork()
  })

  it('because nobody reads it any longer works on and ends as ever', async () => {
    instance = await Instance.start(settings)
    instance.stopListening()
    await expectAtWork()
  })
})
