import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '../../server/settings/settings.js'
import { copyDatabase, type TestDatabase } from '../support/database.js'
import { Start } from '../support/restart.js'

const KNOWN = 'doithoai-demo'
const DEMO = { DEMO: '1' }
const OFF = { DEMO: '0' }
const WIDE = { DEMO: '1', HOST: '0.0.0.0' }
const PEOPLE = ['thuky1', 'thuky2', 'duyet1', 'duyet2', 'daodien', 'quantri']

describe('the first people of a house', () => {
  let database: TestDatabase
  const running: Start[] = []
  beforeEach(async () => {
    database = await copyDatabase()
  })
  afterEach(async () => {
    for (const start of running.splice(0)) await start.stop()
    await database.drop()
  })

  async function start(environment: Record<string, string>): Promise<Start> {
    for (const earlier of running.splice(0)) await earlier.stop()
    const started = await Start.on(database.url, environment)
    running.push(started)
    return started
  }

  it('are the demo when nothing was said, the database is its own and only this machine can ask', () => {
    const demo = (environment: Record<string, string>) => readSettings(environment).demo
    const url = 'postgres://somewhere/else'
    expect(demo({})).toBe(true)
    expect(demo({ HOST: 'localhost' })).toBe(true)
    expect(demo({ HOST: '::1' })).toBe(true)
    for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'studio.lan']) expect(demo({ HOST })).toBe(false)
    expect(demo({ DATABASE_URL: url })).toBe(false)
    expect(demo({ DATABASE_URL: url, DEMO: '1' })).toBe(true)
    expect(demo({ HOST: '0.0.0.0', DEMO: '1' })).toBe(true)
    expect(demo({ DEMO: '0' })).toBe(false)
    expect(() => readSettings({ DEMO: 'yes' })).toThrow(/DEMO/)
  })

  it('are six, with the known password, and one live programme without a question', async () => {
    const house = await start(DEMO)
    expect(house.told).toEqual([])
    const roles: unknown[] = []
    for (const username of PEOPLE) {
      const { status, body } = await house.desk().signIn(username, KNOWN)
      expect(status).toBe(200)
      roles.push(...body.account.roles)
    }
    const forHouse = (role: string) => ({ role, programId: null })
    expect(roles).toEqual(
      ['secretary', 'secretary', 'moderator', 'moderator', 'producer', 'admin'].map(forHouse),
    )
    const desk = house.desk()
    await desk.signIn('duyet1', KNOWN)
    const { programs } = await desk.get('/api/programs')
    expect(programs).toMatchObject([{ phase: 'live', mode: 'air', version: expect.any(Number) }])
    const { speakers } = await desk.get(`/api/programs/${programs[0].id}/speakers`)
    expect(speakers).toHaveLength(3)
    for (const { name } of speakers) expect(name).toMatch(/\(minh họa\)$/)
    expect((await desk.get(`/api/programs/${programs[0].id}/questions`)).questions).toEqual([])
  })

  it('have passwords of their own, told once, where other machines can ask', async () => {
    const house = await start(WIDE)
    expect(house.told.map(({ username }) => username)).toEqual(PEOPLE)
    expect(new Set(house.told.map(({ password }) => password)).size).toBe(6)
    for (const { username, password } of house.told) {
      expect(password.length).toBeGreaterThanOrEqual(12)
      expect(await house.signIn(username, KNOWN)).toBe(401)
      expect(await house.signIn(username, password)).toBe(200)
    }
    const again = await start(WIDE)
    expect(again.told).toEqual([])
    expect(await again.signIn('quantri', house.told[5]!.password)).toBe(200)
  })

  it('lose the known password, and what was opened with it, when other machines can ask', async () => {
    const narrow = await start(DEMO)
    const desk = narrow.desk()
    await desk.signIn('duyet1', KNOWN)
    const wide = await start(WIDE)
    expect(wide.told).toHaveLength(6)
    const later = Object.assign(wide.desk(), { cookie: desk.cookie })
    expect((await later.ask('GET', '/api/session')).status).toBe(401)
    for (const username of PEOPLE) expect(await wide.signIn(username, KNOWN)).toBe(401)
    const back = await start(DEMO)
    for (const username of PEOPLE) expect(await back.signIn(username, KNOWN)).toBe(200)
  })

  it('are locked, and their sessions ended, by a start without the demo', async () => {
    const demo = await start(DEMO)
    const desk = demo.desk()
    await desk.signIn('quantri', KNOWN)
    const chosen = demo.desk()
    await chosen.signIn('duyet1', KNOWN)
    await chosen.put('/api/session/password', { old: KNOWN, new: 'mật khẩu đã chọn' }, 204)
    const off = await start(OFF)
    for (const { cookie } of [desk, chosen])
      expect((await Object.assign(off.desk(), { cookie }).ask('GET', '/api/session')).status).toBe(401)
    for (const username of PEOPLE) expect(await off.signIn(username, KNOWN)).toBe(401)
    expect(await off.signIn('duyet1', 'mật khẩu đã chọn')).toBe(401)
    expect(off.told).toMatchObject([{ oneTime: true }])
    expect(await off.signIn(off.told[0]!.username, off.told[0]!.password)).toBe(200)
    const on = await start(DEMO)
    expect(await on.signIn('quantri', KNOWN)).toBe(200)
    expect(await on.signIn('duyet1', 'mật khẩu đã chọn')).toBe(200)
    expect((await Object.assign(on.desk(), { cookie: desk.cookie }).ask('GET', '/api/session')).status).toBe(
      401,
    )
  })

  it('is one administrator with a one-time password, in an empty house without the demo', async () => {
    const house = await start(OFF)
    expect(house.told).toMatchObject([{ username: expect.any(String), oneTime: true }])
    const { username, password } = house.told[0]!
    const desk = house.desk()
    const { body } = await desk.signIn(username, password)
    expect(body.account).toMatchObject({
      roles: [{ role: 'admin', programId: null }],
      passwordChangeNeeded: true,
    })
    expect((await desk.ask('GET', '/api/programs')).body.error.code).toBe('access.password_change_needed')
    await desk.put('/api/session/password', { old: password, new: 'mật khẩu đã chọn' }, 204)
    expect((await desk.get('/api/programs')).programs).toEqual([])
    expect((await start(OFF)).told).toEqual([])
    expect(await database.query('SELECT username FROM account')).toEqual([{ username }])
  })
})
