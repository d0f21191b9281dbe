import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../support/house.js'
import { newPerson, PASSWORD } from '../support/people.js'
import { rawRequest } from '../support/upgrade.js'

describe('a session', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open({ settings: { trustProxy: '127.0.0.1' } })
  })
  afterAll(() => house.close())

  const login = { username: 'duyet1', password: 'doithoai-demo' }

  it('says who signed in, and what for', async () => {
    const desk = house.stranger()
    const { status, body } = await desk.signIn('duyet1', 'doithoai-demo')
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        account: {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          name: 'duyet1',
          roles: [{ role: 'moderator', programId: null }],
        },
      },
    })
    expect(await desk.get('/api/session')).toEqual(body)
  })

  it('is kept in a cookie that no script reads and no other site sends', async () => {
    const { headers } = await house.stranger().ask('POST', '/api/session', login)
    const cookies = headers.getSetCookie()
    expect(cookies).toHaveLength(1)
    const [pair, ...attributes] = cookies[0]!.split('; ')
    expect(pair).toMatch(/^session=[\w-]{43}$/)
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict'])
  })

  it('is kept in a Secure cookie behind TLS, and only then', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.0.0.9' }
    const desk = house.stranger()
    const answer = await desk.ask('POST', '/api/session', login, headers)
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure/)
    desk.cookie = answer.headers.get('set-cookie')!.split(';')[0]!
    const out = await desk.ask('DELETE', '/api/session', undefined, headers)
    expect(out.headers.get('set-cookie')).toMatch(/^session=; Max-Age=0.*Secure/)
  })

  it('is never one that was there before', async () => {
    const planted = 'A'.repeat(43)
    const desk = house.stranger()
    desk.cookie = `session=${planted}`
    const { headers } = await desk.ask('POST', '/api/session', login)
    expect(headers.get('set-cookie')).not.toContain(planted)
    expect((await desk.ask('GET', '/api/session')).body.error.code).toBe('access.signed_out')
    const first = await house.as('duyet1')
    const second = house.stranger()
    second.cookie = first.cookie
    const again = await second.ask('POST', '/api/session', login)
    expect(again.headers.get('set-cookie')!.split(';')[0]).not.toBe(first.cookie)
  })

  it('is not kept in a form that would open it again', async () => {
    const desk = await house.as('duyet1')
    const secret = desk.cookie!.slice('session='.length)
    const rows = await house.database.query('SELECT * FROM session')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(secret)
    const [{ tokenHash }] = (await house.database.query('SELECT "tokenHash" FROM session')) as [any]
    desk.cookie = `session=${tokenHash}`
    expect((await desk.ask('GET', '/api/session')).status).toBe(401)
  })

  it('ends when its owner signs out, with its cookie, and leaves the others', async () => {
    const here = await house.as('duyet1')
    const there = await house.as('duyet1')
    const { status, headers, body } = await here.ask('DELETE', '/api/session')
    expect({ status, body }).toEqual({ status: 204, body: '' })
    expect(headers.get('set-cookie')).toMatch(/^session=; Max-Age=0; Path=\/; HttpOnly; SameSite=Strict$/)
    expect((await here.ask('GET', '/api/programs')).status).toBe(401)
    expect((await here.ask('DELETE', '/api/session')).status).toBe(401)
    await there.get('/api/programs')
  })

  it('outlives a change of the password where it was changed, and nowhere else', async () => {
    const here = await newPerson(house, { roles: ['secretary'] })
    const there = await house.as(here.username, { password: PASSWORD })
    const wrong = await here.ask('PUT', '/api/session/password', { old: 'x', new: 'một mật khẩu mới' })
    expect(wrong.body.error.code).toBe('access.wrong_login')
    const short = await here.ask('PUT', '/api/session/password', { old: PASSWORD, new: '1234567' })
    expect(short.body.error).toMatchObject({
      code: 'request.invalid',
      details: { faults: [{ path: 'new' }] },
    })
    await there.get('/api/programs')
    await here.put('/api/session/password', { old: PASSWORD, new: 'một mật khẩu mới' }, 204)
    expect((await there.ask('GET', '/api/programs')).status).toBe(401)
    await here.get('/api/programs')
    expect((await house.stranger().signIn(here.username, PASSWORD)).status).toBe(401)
    expect((await house.stranger().signIn(here.username, 'một mật khẩu mới')).status).toBe(200)
  })

  it('with a one-time password opens nothing but itself until it is changed', async () => {
    const desk = await newPerson(house, { roles: ['admin', 'moderator'], oneTime: true })
    for (const [method, path] of [
      ['GET', '/api/programs'],
      ['POST', '/api/programs'],
      ['GET', `/api/programs/${house.programId}/questions`],
      ['GET', '/api/house/topics'],
      ['PUT', `/api/programs/${house.programId}/air`],
    ] as const)
      expect((await desk.ask(method, path, method === 'GET' ? undefined : {})).body).toMatchObject({
        error: { code: 'access.password_change_needed' },
      })
    expect((await desk.get('/api/session')).account.passwordChangeNeeded).toBe(true)
    await desk.put('/api/session/password', { old: PASSWORD, new: 'một mật khẩu mới' }, 204)
    expect((await desk.get('/api/session')).account).not.toHaveProperty('passwordChangeNeeded')
    await desk.get('/api/programs')
    const another = await newPerson(house, { roles: ['admin'], oneTime: true })
    await another.delete('/api/session', undefined, 204)
  })

  it('knows a name in any case and a password in any form of its accents', async () => {
    const desk = await newPerson(house, { roles: ['secretary'] })
    const other = house.stranger()
    const said = await other.signIn(` ${desk.username.toUpperCase()} `, PASSWORD.normalize('NFD'))
    expect(said.status).toBe(200)
    expect((await house.stranger().signIn(desk.username, PASSWORD.toUpperCase())).status).toBe(401)
    expect((await house.stranger().signIn(desk.username, `${PASSWORD} `)).status).toBe(401)
  })

  it('is looked for in the cookie of that name only', async () => {
    const { cookie } = await house.as('duyet1')
    const status = async (header: string) =>
      (await rawRequest(house.addresses[0]!, { path: '/api/session', headers: { cookie: header } })).status
    expect(await status(`theme=dark; ${cookie}; lang=vi`)).toBe(200)
    for (const odd of [
      `x${cookie}`,
      cookie!.replace('=', '2='),
      `Session${cookie!.slice(7)}`,
      cookie!.slice(8),
    ])
      expect({ odd, status: await status(odd) }).toEqual({ odd, status: 401 })
    const answer = await rawRequest(house.addresses[0]!, {
      path: `/api/session?${cookie}`,
      headers: { authorization: `Bearer ${cookie!.slice(8)}` },
    })
    expect(answer.status).toBe(401)
  })
})
