import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, describe } from 'vitest'
import { House } from '../support/house.js'

describe('a database that may only be read, as a standby is until it is promoted', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open()
  })
  afterAll(() => house.close())

  /** As it is for every connection from now on, and for none of before. */
  async function readOnly(on: boolean): Promise<void> {
    const name = new URL(house.database.url).pathname.slice(1)
    await house.database.query(
      `BEGIN READ WRITE; ALTER DATABASE ${name} SET default_transaction_read_only = ${on}; COMMIT`,
    )
    await house.database.query(
      'SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
      [name],
    )
  }

  it('is no fault of the server: writing is refused for now, reading goes on, and it is not ready', async () => {
    const secretary = await house.as('thuky1')
    const slip = { id: randomUUID(), verbatim: 'Câu gửi lúc đổi máy chủ dữ liệu' }
    const log = () => secretary.askOnce('POST', `/api/programs/${house.programId}/questions`, slip)
    const ready = async () => (await secretary.ask('GET', '/health/ready')).status

    await readOnly(true)
    await expect.poll(ready).toBe(503)
    const refused = await log()
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'database.unavailable' } } })
    expect(refused.headers.get('retry-after')).toBeTruthy()
    expect((await secretary.ask('GET', '/health/live')).status).toBe(200)
    expect((await secretary.ask('GET', `/api/programs/${house.programId}`)).status).toBe(200)

    await readOnly(false)
    await expect.poll(ready).toBe(200)
    await expect.poll(async () => (await log()).status).toBe(201)
  })
})
