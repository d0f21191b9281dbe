import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountsService } from '../../server/access/accounts.service.js'
import type { Desk } from '../support/desk.js'
import { SOON_MS } from '../support/eventually.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'
import { newPerson, PASSWORD } from '../support/people.js'

describe('the sockets of a session that ends', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
  })
  afterAll(() => house.close())

  const gone = (socket: LiveClient) => socket.until(() => socket.socket.disconnected, SOON_MS)
  const said = (socket: LiveClient) => socket.heard.filter(({ event }) => event === 'session:ended')

  async function expectCut(sockets: LiveClient[]): Promise<void> {
    await Promise.all(sockets.map(gone))
    for (const socket of sockets) {
      expect(said(socket)).toEqual([{ event: 'session:ended', payload: { code: 'access.signed_out' } }])
      expect(socket.heard.at(-1)?.event).toBe('session:ended')
    }
  }

  /** The same session at the other instance's desk. */
  function besideOf(desk: Desk, instance: number): Desk {
    const beside = house.stranger({ instance })
    beside.cookie = desk.cookie
    return beside
  }

  /** What is said to it when it knocks. */
  const knocked = (desk: Desk): Promise<string> =>
    desk.socket().then(
      () => 'let in',
      (refusal: { data: { code: string } }) => refusal.data.code,
    )

  it('are cut at once when its owner signs out, on every instance, and no others are', async () => {
    const desk = await newPerson(house, { roles: ['moderator'] })
    const beside = besideOf(desk, 1)
    const other = await house.as(desk.username, { password: PASSWORD, instance: 1 })
    await beside.get('/api/programs')
    const sockets = [await desk.join(), await desk.join(), await beside.join(), await beside.socket()]
    const staying = await other.join()
    await desk.delete('/api/session', undefined, 204)
    expect((await desk.ask('GET', '/api/programs')).status).toBe(401)
    await expectCut(sockets)
    expect((await beside.ask('GET', '/api/programs')).status).toBe(401)
    await expect(beside.socket()).rejects.toMatchObject({ data: { code: 'access.signed_out' } })
    const logged = await (await house.as('thuky1')).log('Sau khi người kia ra')
    await staying.until(() => staying.questions.has(logged.id))
    for (const socket of sockets) expect(socket.questions.has(logged.id)).toBe(false)
    expect(said(staying)).toEqual([])
  })

  it('are cut when the password is changed elsewhere', async () => {
    const here = await newPerson(house, { roles: ['secretary'] })
    const there = await house.as(here.username, { password: PASSWORD, instance: 1 })
    const staying = await here.join()
    const cut = await there.join()
    await here.put('/api/session/password', { old: PASSWORD, new: 'một mật khẩu mới' }, 204)
    await expectCut([cut])
    expect((await there.ask('GET', '/api/programs')).status).toBe(401)
    expect(staying.socket.connected).toBe(true)
    expect(await staying.ask('desk:editing', { questionId: null })).toMatchObject({ ok: true })
  })

  it('are all cut when the account is locked, and it cannot come back', async () => {
    const desk = await newPerson(house, { roles: ['producer'] })
    const there = await house.as(desk.username, { password: PASSWORD, instance: 1 })
    await there.get('/api/programs')
    const sockets = await Promise.all([desk.join(), desk.join(), desk.socket(), there.join(), there.join()])
    const others = await (await house.as('duyet1')).join()
    await house.app.get(AccountsService).lock(desk.accountId, new Date())
    expect((await desk.ask('GET', '/api/session')).status).toBe(401)
    await expectCut(sockets)
    expect((await there.ask('GET', '/api/session')).status).toBe(401)
    await expect(desk.socket()).rejects.toMatchObject({ data: { code: 'access.signed_out' } })
    const refused = await house.stranger().signIn(desk.username, PASSWORD)
    expect(refused.body.error.code).toBe('access.wrong_login')
    expect(others.socket.connected).toBe(true)
  })

  it('are not let back in by somebody who asked at the very moment', async () => {
    for (let round = 0; round < 10; round++) {
      const desk = await house.as('thuky2', { instance: round % 2 })
      const beside = besideOf(desk, (round + 1) % 2)
      const asking = Array.from({ length: 6 }, () => beside.ask('GET', '/api/programs'))
      await desk.delete('/api/session', undefined, 204)
      await Promise.all(asking)
      // The other instance knows of it when PostgreSQL has told it.
      await expect.poll(() => knocked(besideOf(desk, 0)), { timeout: SOON_MS }).toBe('access.signed_out')
      await expect
        .poll(async () => (await beside.ask('GET', '/api/programs')).status, { timeout: SOON_MS })
        .toBe(401)
    }
  })
})
