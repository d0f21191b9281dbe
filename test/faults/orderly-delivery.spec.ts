import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectInOrder, expectNoGap } from '../support/history.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'

describe('a hundred commands through two instances', () => {
  let house: House
  /** Two desks and two screens at each instance, and where each of them began. */
  let watching: { client: LiveClient; start: number }[]
  beforeEach(async () => {
    house = await House.open({ instances: 2 })
    watching = []
    for (const instance of [0, 1]) {
      for (const username of ['duyet1', 'thuky1']) {
        const client = await (await house.as(username, { instance })).join()
        watching.push({ client, start: client.revision })
      }
      for (const kind of ['panel', 'host'] as const) {
        const client = await (await house.screen(kind, { instance })).join()
        watching.push({ client, start: client.revision })
      }
    }
  })
  afterEach(() => house.close())

  /** Half of them logged, half of them approved, from both sides at once. */
  async function hundredCommands(meanwhile: () => Promise<void> = async () => {}): Promise<void> {
    const desks = [await house.as('duyet1'), await house.as('duyet2', { instance: 1 })]
    const working = Array.from({ length: 50 }, async (_none, index) => {
      const question = await desks[index % 2]!.log(`Câu ${index}`)
      await desks[(index + 1) % 2]!.move(question, 'approve')
    })
    await Promise.all([...working, meanwhile()])
  }

  /** At the end each client shows what the database holds, and got there without a step back. */
  async function expectAllRight(): Promise<void> {
    const head = (await expectNoGap(house.database, house.programId)).length
    const rows = await house.database.query<{ id: string; version: number; order: string }>(
      `SELECT id, version, "order" FROM question WHERE state = 'approved' ORDER BY id`,
    )
    expect(rows).toHaveLength(50)
    for (const { client, start } of watching) {
      await client.until(() => client.revision === head)
      expectInOrder(client, start, head)
      const shown = client.of('approved').map(({ id, version, order }) => ({ id, version, order }))
      expect(shown.sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual(rows)
    }
  }

  it('reach every client in order, without a gap, and once', async () => {
    await hundredCommands()
    await expectAllRight()
    // Nobody had to ask again: whatever came, came in order, and once.
    for (const { client, start } of watching)
      expect(client.applied.map(patch => patch.from)).toEqual(
        [start, ...client.applied.map(patch => patch.revision)].slice(0, client.applied.length),
      )
  })

  it('reach them also while PostgreSQL cuts the connections that listen', async () => {
    let cut = 0
    await hundredCommands(async () => {
      while (cut < 6) {
        const ended = await house.database.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'doithoai-listens'`,
        )
        cut += ended.length
        await house.database.query('SELECT pg_sleep(0.05)')
      }
    })
    expect(cut).toBeGreaterThanOrEqual(6)
    await expectAllRight()
  })

  it('lose a client nothing that comes in the midst of them, new or with what it had', async () => {
    const panel = await house.screen('panel', { instance: 1 })
    const joiners: LiveClient[] = []
    await hundredCommands(async () => {
      for (let count = 0; count < 10; count++) {
        joiners.push(await panel.join(house.addresses[count % 2]))
        await house.database.query('SELECT pg_sleep(0.01)')
      }
    })
    for (const client of joiners) watching.push({ client, start: client.applied[0]?.from ?? client.revision })
    await expectAllRight()
    for (const client of joiners) client.close()
  })
})
