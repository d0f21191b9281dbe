import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { UnpairedScreen } from '../../protocol/screen.js'
import { Clock } from '../../server/ledger/clock.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { LiveClient } from '../support/live-client.js'
import { newPerson } from '../support/people.js'
import { Screen } from '../support/screen.js'
import { expectView } from '../support/slips.js'

describe('pairing a screen', () => {
  let house: House
  let producer: Desk
  const waiting: Screen[] = []
  beforeAll(async () => {
    house = await House.open()
    producer = await house.as('daodien')
  })
  beforeEach(() => house.database.query('DELETE FROM screen WHERE "programId" IS NULL'))
  afterEach(() => {
    house.app.get(Clock).now = () => new Date()
    for (const screen of waiting.splice(0)) screen.leave()
  })
  afterAll(() => house.close())

  async function ask(): Promise<Screen> {
    const screen = await Screen.ask(house.addresses[0]!)
    waiting.push(screen)
    return screen
  }
  const pair = (rest: object, status = 201, id = randomUUID()) =>
    producer.post(
      `/api/programs/${house.programId}/screens`,
      { id, label: 'Màn hình diễn giả 1', kind: 'panel', ...rest },
      status,
    )

  it('begins with a code that anybody may ask for, and a socket that waits', async () => {
    const { body, status } = await house.stranger().ask('POST', '/api/screens')
    expect(status).toBe(201)
    expectView(UnpairedScreen, body)
    expect(body.code).toMatch(/^\d{6}$/)
    const screen = await ask()
    const live = await screen.connect()
    expect((await live.ask('live:join', { protocol: 1 })).error.code).toBe('screen.not_paired')
    const told = live.next('screen:paired')
    const paired = await pair({ code: screen.code })
    expect(paired).toMatchObject({ screenId: screen.id, screen: { id: screen.id, kind: 'panel' } })
    expect(paired).not.toHaveProperty('secret')
    expect(await told).toEqual({})
    await live.join()
    expect(live.me.label).toBe('Màn hình diễn giả 1')
  })

  it('uses a code once', async () => {
    const { code } = await ask()
    const id = randomUUID()
    const first = await pair({ code }, 201, id)
    expect((await pair({ code }, 409)).error.code).toBe('screen.code_invalid')
    expect((await pair({ code }, 200, id)).screenId).toBe(first.screenId)
  })

  it('forgets a code after ten minutes', async () => {
    const [late, early] = [await ask(), await ask()]
    const begun = Date.now()
    house.app.get(Clock).now = () => new Date(begun + 9 * 60_000)
    await pair({ code: early.code })
    house.app.get(Clock).now = () => new Date(begun + 10 * 60_000 + 5000)
    expect((await pair({ code: late.code }, 409)).error.code).toBe('screen.code_invalid')
  })

  it('refuses a wrong code and a secret in its place', async () => {
    const { code, secret } = await ask()
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    expect((await pair({ code: wrong }, 409)).error.code).toBe('screen.code_invalid')
    for (const odd of ['12345', '12345a', secret, '']) await pair({ code: odd }, 400)
    await pair({ code, speakerId: randomUUID() }, 400)
    await pair({ code, kind: 'wall' }, 400)
    await pair({ code })
  })

  it('lets one account guess ten codes a minute, and nobody else pay for it', async () => {
    const guesser = await newPerson(house, { roles: ['producer'] })
    const path = `/api/programs/${house.programId}/screens`
    const { code } = await ask()
    const guess = (typed: string) =>
      guesser.ask('POST', path, { id: randomUUID(), label: 'Đoán', kind: 'panel', code: typed })
    const wrong = Array.from({ length: 30 }, (_, index) => (Number(code) + 1 + index) % 1_000_000)
    const answers = await Promise.all(wrong.map(typed => guess(String(typed).padStart(6, '0'))))
    const codes = answers.map(answer => answer.body.error.code)
    expect(codes.filter(said => said === 'screen.code_invalid')).toHaveLength(10)
    expect(codes.filter(said => said === 'access.too_many')).toHaveLength(20)
    const refused = await guess(code)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(
      (await guesser.ask('POST', path, { id: randomUUID(), label: 'Liên kết', kind: 'host' })).status,
    ).toBe(201)
    const { code: other } = await ask()
    await pair({ code: other })
    const begun = Date.now()
    house.app.get(Clock).now = () => new Date(begun + 61_000)
    expect((await guess(code)).status).toBe(201)
  })

  it('lets nobody in with a wrong secret', async () => {
    const screen = await ask()
    for (const auth of [
      { screenId: screen.id, secret: 'x' },
      { screenId: randomUUID(), secret: screen.secret },
      { screenId: screen.id },
      { screenId: 'x', secret: screen.secret },
    ])
      await expect(LiveClient.connect(house.addresses[0]!, { auth })).rejects.toMatchObject({
        data: { code: 'screen.revoked' },
      })
  })

  it('pairs thirty screens at once, each with its own code', async () => {
    const screens = await Promise.all(Array.from({ length: 30 }, ask))
    expect(new Set(screens.map(screen => screen.code)).size).toBe(30)
    const sockets = await Promise.all(screens.map(screen => screen.connect()))
    const told = Promise.all(sockets.map(socket => socket.next('screen:paired')))
    await Promise.all(screens.map(({ code }, index) => pair({ code, label: `Màn hình ${index}` })))
    await told
    await Promise.all(sockets.map(socket => socket.join()))
    expect(sockets.map(socket => socket.me.label)).toEqual(screens.map((_, index) => `Màn hình ${index}`))
  })

  it('keeps sixty unused codes waiting at one address and no more', async () => {
    const stranger = house.stranger()
    const answers = []
    for (let index = 0; index < 61; index++) answers.push(await stranger.ask('POST', '/api/screens'))
    expect(answers.slice(0, 60).map(answer => answer.status)).toEqual(Array(60).fill(201))
    const refused = answers[60]!
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'access.too_many' } } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    await pair({ code: answers[0]!.body.code })
    expect((await stranger.ask('POST', '/api/screens')).status).toBe(201)
  })

  it('makes a link instead, whose fragment opens the screen again and again until it is revoked', async () => {
    const { screenId, secret, link, screen } = await pair({ kind: 'overlay' })
    expect(screen).toMatchObject({ id: screenId, kind: 'overlay' })
    const url = new URL(link)
    expect([url.pathname, url.hash]).toEqual(['/screen', `#${screenId}.${secret}`])
    const auth = { screenId, secret }
    const [one, two] = [
      await LiveClient.connect(house.addresses[0]!, { auth }),
      await LiveClient.connect(house.addresses[0]!, { auth }),
    ]
    await Promise.all([one.join(), two.join()])
    const ended = Promise.all([one.next('session:ended'), two.next('session:ended')])
    await producer.delete(`/api/screens/${screenId}`, { id: randomUUID() }, 204)
    expect(await ended).toEqual([{ code: 'screen.revoked' }, { code: 'screen.revoked' }])
    await one.until(() => !one.socket.connected && !two.socket.connected)
    await expect(LiveClient.connect(house.addresses[0]!, { auth })).rejects.toMatchObject({
      data: { code: 'screen.revoked' },
    })
  })

  it('keeps nobody’s secret in the database as it is', async () => {
    const [screen, linked] = [await ask(), await pair({})]
    const hashes = await house.database.query<{ secretHash: string }>('SELECT "secretHash" FROM screen')
    for (const { secret } of [screen, linked]) expect(hashes.map(row => row.secretHash)).not.toContain(secret)
  })
})
