import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { falseClock } from '../support/clock.js'
import type { Answer } from '../support/desk.js'
import { House } from '../support/house.js'

const RIGHT = 'doithoai-demo'

describe('guessing passwords', () => {
  let house: House
  let clock: ReturnType<typeof falseClock>
  let address: string

  beforeAll(async () => {
    // Behind a proxy of ours, so that tries can come from several addresses.
    house = await House.open({ instances: 2, settings: { trustProxy: '127.0.0.1' } })
    clock = falseClock(house)
  })
  afterAll(() => house.close())
  let last = 0
  beforeEach(() => {
    address = `10.1.0.${++last}`
  })
  afterEach(() => clock.on(20 * 60_000))

  const from = (where: string) => ({ 'x-forwarded-for': where })
  const signIn = (username: string, password: string, { where = address, instance = 0 } = {}) =>
    house.stranger({ instance }).ask('POST', '/api/session', { username, password }, from(where))
  const told = ({ status, body, headers }: Answer) => ({
    status,
    code: body.error?.code,
    wait: headers.get('retry-after'),
  })
  const WRONG = { status: 401, code: 'access.wrong_login', wait: null }
  const waiting = (seconds: number) => ({ status: 429, code: 'access.too_many', wait: String(seconds) })

  async function fail(times: number, username = 'thuky1'): Promise<void> {
    for (let time = 0; time < times; time++) expect(told(await signIn(username, 'sai'))).toEqual(WRONG)
  }

  it('is free five times, and then costs longer and longer, up to a minute', async () => {
    await fail(5)
    for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
      expect(told(await signIn('thuky1', 'sai'))).toEqual(waiting(seconds))
      clock.on(seconds * 1000 - 1)
      expect(told(await signIn('thuky1', RIGHT))).toEqual(waiting(1))
      clock.on(1)
      expect(told(await signIn('thuky1', 'sai'))).toEqual(WRONG)
    }
  })

  it('costs nobody else: not the next address, not the next account, not who is signed in', async () => {
    const inside = await house.as('thuky1')
    const socket = await inside.join()
    await fail(5)
    expect(told(await signIn('thuky1', RIGHT))).toEqual(waiting(1))
    expect((await signIn('thuky1', RIGHT, { where: '10.2.0.1' })).status).toBe(200)
    expect((await signIn('thuky2', RIGHT)).status).toBe(200)
    await inside.get('/api/programs')
    expect(socket.socket.connected).toBe(true)
  })

  it('is forgotten when the right password comes', async () => {
    await fail(4)
    expect((await signIn('thuky1', RIGHT)).status).toBe(200)
    await fail(5)
    expect(told(await signIn('thuky1', RIGHT))).toEqual(waiting(1))
    clock.on(1000)
    expect((await signIn('thuky1', RIGHT)).status).toBe(200)
    await fail(1)
  })

  it('counts a name in any case as one, and on every instance together', async () => {
    const names = ['thuky1', 'THUKY1', ' Thuky1', 'thUKY1', 'thuky1 ']
    for (const [time, name] of names.entries())
      expect(told(await signIn(name, 'sai', { instance: time % 2 }))).toEqual(WRONG)
    for (const instance of [0, 1])
      expect(told(await signIn('thuky1', RIGHT, { instance }))).toEqual(waiting(1))
  })

  it('is told the same of a name that nobody has', async () => {
    for (let time = 0; time < 5; time++) {
      const [known, unknown] = [await signIn('thuky1', 'sai'), await signIn('không-có-ai', 'sai')]
      expect(unknown.body.error).toEqual(known.body.error)
      expect(told(unknown)).toEqual(WRONG)
    }
    expect(told(await signIn('không-có-ai', 'sai'))).toEqual(waiting(1))
  })

  it('ends for an address after fifty failures, whatever the accounts, until the oldest is old', async () => {
    for (let time = 0; time < 50; time++) expect(told(await signIn(`ai-đó-${time}`, 'sai'))).toEqual(WRONG)
    expect(told(await signIn('thuky2', RIGHT))).toEqual(waiting(15 * 60))
    expect((await signIn('thuky2', RIGHT, { where: '10.2.0.2' })).status).toBe(200)
    clock.on(15 * 60_000 - 1)
    expect((await signIn('thuky2', RIGHT)).status).toBe(429)
    clock.on(1)
    expect((await signIn('thuky2', RIGHT)).status).toBe(200)
  })

  it('does not go faster in parallel', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn('thuky1', 'sai')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25)
  })

  it('does not keep a whole shift from signing in at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('thuky1', RIGHT)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(new Set(answers.map(({ headers }) => headers.get('set-cookie'))).size).toBe(20)
  })

  it('is no cheaper through the change of a password', async () => {
    const desk = await house.as('duyet2')
    const change = () =>
      desk.ask('PUT', '/api/session/password', { old: 'sai', new: 'một mật khẩu mới' }, from(address))
    for (let time = 0; time < 5; time++) expect(told(await change())).toEqual(WRONG)
    expect(told(await change())).toEqual(waiting(1))
    await desk.get('/api/programs')
  })

  it('cannot hide behind an address that it makes up', async () => {
    // The proxy adds the true address last; what the client wrote itself stands before it.
    for (let time = 0; time < 5; time++)
      expect(told(await signIn('thuky1', 'sai', { where: `9.9.9.${time}, ${address}` }))).toEqual(WRONG)
    expect(told(await signIn('thuky1', 'sai', { where: `9.9.9.9, ${address}` }))).toEqual(waiting(1))
  })
})
