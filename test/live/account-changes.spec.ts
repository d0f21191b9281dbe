import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../protocol/paths.js'
import type { Desk } from '../support/desk.js'
import { SOON_MS } from '../support/eventually.js'
import { House } from '../support/house.js'
import { newPerson, PASSWORD } from '../support/people.js'

describe('somebody at two desks, on two instances', () => {
  let house: House
  let admin: Desk
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    admin = await house.as('quantri')
  })
  afterAll(() => house.close())

  async function atTwoDesks() {
    const here = await newPerson(house, { roles: ['moderator'] })
    const there = await house.as(here.username, { password: PASSWORD, instance: 1 })
    for (const desk of [here, there]) await desk.get(paths.programs)
    return { here, there, sockets: [await here.join(), await there.join()] }
  }
  const patch = (accountId: string, change: object) =>
    admin.patch(paths.account(accountId), { id: randomUUID(), version: 1, ...change })

  const ends: [string, (accountId: string) => Promise<unknown>][] = [
    ['was given other roles', id => patch(id, { roles: [{ role: 'secretary', programId: null }] })],
    ['was locked', id => patch(id, { locked: true })],
    ['was given another password', id => admin.post(paths.accountPassword(id), { id: randomUUID() })],
    ['is signed out of all', id => admin.delete(paths.accountSessions(id), { id: randomUUID() }, 204)],
  ]
  it.each(ends)('is cut off from both at once who %s', async (_what, end) => {
    const { here, there, sockets } = await atTwoDesks()
    const staying = await (await house.as('duyet2', { instance: 1 })).join()
    await end(here.accountId)
    expect((await here.ask('GET', paths.programs)).status).toBe(401)
    for (const socket of sockets) {
      await socket.until(() => socket.socket.disconnected, SOON_MS)
      expect(socket.heard.at(-1)).toEqual({ event: 'session:ended', payload: { code: 'access.signed_out' } })
    }
    expect((await there.ask('GET', paths.programs)).status).toBe(401)
    expect(staying.socket.connected).toBe(true)
  })

  it('is not let back in with a password that was looked at just before it was replaced', async () => {
    for (let round = 0; round < 6; round++) {
      const { username, accountId } = await newPerson(house, { roles: ['secretary'] })
      const desks = Array.from({ length: 4 }, (_none, one) => house.stranger({ instance: one % 2 }))
      const end = round % 2 ? () => patch(accountId, { locked: true }) : ends[2]![1].bind(null, accountId)
      await Promise.all([...desks.map(desk => desk.signIn(username, PASSWORD)), end()])
      const left = await house.database.query('SELECT 1 FROM session WHERE "accountId" = $1', [accountId])
      expect(left).toEqual([])
    }
  })

  it('goes on who was only given another name, or the roles that he had', async () => {
    const { here, there, sockets } = await atTwoDesks()
    await patch(here.accountId, {
      name: 'Tên mới',
      roles: [{ role: 'moderator', programId: null }],
      locked: false,
    })
    for (const desk of [here, there])
      await expect
        .poll(async () => (await desk.get(paths.session)).account.name, { timeout: SOON_MS })
        .toBe('Tên mới')
    for (const socket of sockets) expect(socket.socket.connected).toBe(true)
    expect(await here.log('Sau khi đổi tên')).toMatchObject({ loggedBy: { name: 'Tên mới' } })
  })

  it('does what the new roles allow after signing in again, and not what the old ones did', async () => {
    const { here } = await atTwoDesks()
    await patch(here.accountId, { roles: [{ role: 'producer', programId: null }] })
    const again = await house.as(here.username, { password: PASSWORD, instance: 1 })
    const refused = await again.ask('POST', paths.questions(house.programId), {
      id: randomUUID(),
      verbatim: 'x',
    })
    expect(refused.body.error.code).toBe('access.not_allowed')
    await again.put(paths.blank(house.programId), { id: randomUUID(), on: false })
  })
})
