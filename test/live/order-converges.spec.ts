import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'

describe('two moderators at the running order at once', () => {
  let house: House
  let first: Desk
  let second: Desk
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    first = await house.as('duyet1')
    second = await house.as('duyet2', { instance: 1 })
  })
  afterAll(() => house.close())

  const orderOf = (client: LiveClient) =>
    client
      .of('approved')
      .sort((one, other) => (one.order < other.order ? -1 : 1))
      .map(question => question.id)

  it('end with one order, on every desk and screen of both servers', async () => {
    const { programId } = house
    const ids: string[] = []
    for (const word of ['a', 'b', 'c', 'd', 'e']) ids.push((await first.approved(word)).id)
    const clients = [
      await first.join(),
      await second.join(),
      await (await house.as('thuky1', { instance: 1 })).join(),
      await (await house.screen('panel')).join(),
      await (await house.screen('host', { instance: 1 })).join(),
    ]
    const order = (desk: Desk, questionId: string, after: string | null) =>
      desk.ask('POST', `/api/programs/${programId}/order`, { id: randomUUID(), questionId, after })
    const places = [null, ...ids]
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        order(index % 2 ? first : second, ids[(index * 3) % 5]!, places[(index * 7 + (index >> 2)) % 6]!),
      ),
    )
    const refused = answers.filter(answer => answer.status !== 200)
    expect(refused.every(answer => answer.body.error.code === 'question.move_not_possible')).toBe(true)
    const head = Math.max(...answers.map(answer => answer.body.revision ?? 0))
    for (const client of clients) await client.until(() => client.revision >= head)
    const truth = await house.database.query<{ id: string }>(
      `SELECT id FROM question WHERE "programId" = $1 AND state = 'approved' ORDER BY "order"`,
      [programId],
    )
    for (const client of clients) expect(orderOf(client)).toEqual(truth.map(row => row.id))
    for (const client of clients.slice(0, 3))
      expect(client.of('approved').map(question => question.version)).toEqual([2, 2, 2, 2, 2])
  })
})
