import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { end } from '../../server/app.ending.js'
import { Readiness } from '../../server/health/readiness.js'
import type { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import { House } from '../support/house.js'

const READY = { ready: true, server: 'serving', database: 'writable', feed: 'following' }

describe('whether an instance is ready', () => {
  let house: House
  let desk: Desk
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    desk = await house.as('duyet1')
    await desk.join()
  })
  afterAll(() => house.close())

  const ready = () => house.stranger().ask('GET', '/health/ready')
  const expectSoon = (standing: object, status: number) =>
    eventually(async () => expect(await ready()).toMatchObject({ status, body: standing }), {
      timeout: 15_000,
      interval: 50,
    })
  const expectNotReady = async (standing: object) => {
    await expectSoon({ ...READY, ready: false, ...standing }, 503)
    const { headers } = await ready()
    expect(headers.get('retry-after')).toBe('1')
  }

  it('is said part by part, and no more', async () => {
    await expectSoon(READY, 200)
    expect((await ready()).body).toEqual(READY)
    expect(await desk.get('/health/live')).toEqual({ live: true })
  })

  it('depends on a database that may be written to', async () => {
    const [{ name }] = (await house.database.query('SELECT current_database() AS name')) as [{ name: string }]
    const apply = async (mode: string) => {
      await house.database.query(`ALTER DATABASE "${name}" SET default_transaction_read_only = ${mode}`)
      // Connections that are open keep what they were told when they began.
      await house.database.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
        [name],
      )
    }
    await apply('on')
    await expectNotReady({ database: 'read_only' })
    expect((await house.stranger().ask('GET', '/health/live')).status).toBe(200)
    await house.database.query('SET default_transaction_read_only = off')
    await apply('off')
    await expectSoon(READY, 200)
  })

  it('depends on hearing the news, though the database answers', async () => {
    const admin = new pg.Client({ connectionString: inject('postgresUrl') })
    await admin.connect()
    const name = new URL(house.database.url).pathname.slice(1)
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = $1 AND application_name = 'doithoai-listens'`,
      [name],
    )
    await expectNotReady({ feed: 'deaf' })
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    await admin.end()
    await expectSoon(READY, 200)
  })

  it('depends on having announced what was committed', async () => {
    await house.database.query('ALTER TABLE message RENAME TO hidden_away')
    const blank = `/api/programs/${house.programId}/blank`
    await (await house.as('daodien')).put(blank, { id: randomUUID(), on: true })
    await expectNotReady({ feed: 'behind' })
    await house.database.query('ALTER TABLE hidden_away RENAME TO message')
    await expectSoon(READY, 200)
  })

  it('is denied first by an instance that was told to end, which still serves those who come', async () => {
    const there = house.stranger({ instance: 1 })
    there.cookie = desk.cookie
    const app = house.apps.pop()!
    // It closes when it was asked what it is to be asked, however long that takes on this machine.
    let close = () => {}
    const asked = new Promise<void>(resolve => (close = resolve))
    Object.assign(app.get(Readiness), { onModuleDestroy: () => asked })
    const told = end(app)
    expect(await there.ask('GET', '/health/ready')).toMatchObject({
      status: 503,
      body: { ...READY, ready: false, server: 'ending' },
    })
    expect(await there.ask('GET', '/health/live')).toMatchObject({ status: 200 })
    expect(await there.ask('GET', '/api/session')).toMatchObject({ status: 200 })
    close()
    await told
    await expect(there.ask('GET', '/health/ready')).rejects.toThrow('fetch failed')
    await expectSoon(READY, 200)
  })
})
