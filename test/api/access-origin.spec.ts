import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { rawRequest, upgrade } from '../support/upgrade.js'

const PUBLIC = 'https://doithoai.example'

describe('a page that is not ours', () => {
  let house: House
  let moderator: Desk
  let port: string

  beforeAll(async () => {
    house = await House.open({ settings: { publicOrigins: [PUBLIC] } })
    moderator = await house.as('duyet1')
    port = new URL(house.addresses[0]!).port
  })
  afterAll(() => house.close())

  const foreign = (): Record<string, string>[] => [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: `http://127.0.0.1:${Number(port) + 1}` },
    { origin: `http://localhost:${port}` },
    { origin: `http://127.0.0.1:${port}.evil.example` },
    { origin: `http://evil.example/?http://127.0.0.1:${port}` },
    { origin: `${PUBLIC}.evil.example` },
    { origin: PUBLIC.replace('https', 'http') },
    { origin: `${PUBLIC}:8443` },
    { origin: `${PUBLIC}, https://evil.example` },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'nonsense' },
  ]
  const own = (): Record<string, string>[] => [
    {},
    { origin: `http://127.0.0.1:${port}` },
    { origin: `HTTP://127.0.0.1:${port}` },
    { origin: PUBLIC },
    { origin: PUBLIC, 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ]
  const cookies = (): Record<string, string>[] => [{}, { cookie: moderator.cookie! }]
  const ask = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    rawRequest(house.addresses[0]!, { method, path, headers, ...(body !== undefined && { body }) })

  it('neither reads nor writes with the cookie of somebody signed in', async () => {
    const cookie = moderator.cookie!
    for (const headers of foreign()) {
      const reads = await ask('GET', '/api/programs', { ...headers, cookie })
      const page = await ask('GET', '/', { ...headers, cookie })
      const writes = await ask(
        'PUT',
        `/api/programs/${house.programId}/blank`,
        { ...headers, cookie, 'content-type': 'application/json' },
        JSON.stringify({ id: randomUUID(), on: true }),
      )
      for (const answer of [reads, page, writes]) {
        expect({ headers, status: answer.status }).toEqual({ headers, status: 403 })
        expect(JSON.parse(answer.text).error.code).toBe('access.not_allowed')
      }
    }
    const { program } = await moderator.get(`/api/programs/${house.programId}`)
    expect(program.blank).toBe(false)
  })

  it('signs nobody in, pairs nothing, and sends no form, with a cookie or without', async () => {
    const signIn = JSON.stringify({ username: 'duyet1', password: 'doithoai-demo' })
    for (const headers of foreign())
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
        for (const cookie of cookies())
          for (const path of ['/api/session', '/api/screens']) {
            const sent = { ...headers, ...cookie, 'content-type': type }
            const answer = await ask('POST', path, sent, signIn)
            expect({ sent, status: answer.status }).toEqual({ sent, status: 403 })
            expect(answer.headers['set-cookie']).toBeUndefined()
          }
  })

  it('may read what is open to anyone, without a cookie', async () => {
    for (const headers of foreign()) {
      expect((await ask('GET', '/health/live', headers)).status).toBe(200)
      expect((await ask('GET', '/api/programs', headers)).status).toBe(401)
    }
  })

  it('is not ours to fear when it is our own, a named one, or no page at all', async () => {
    for (const headers of own()) {
      const reads = await ask('GET', '/api/programs', { ...headers, cookie: moderator.cookie! })
      expect({ headers, status: reads.status }).toEqual({ headers, status: 200 })
      const asks = await ask('POST', '/api/screens', headers)
      expect({ headers, status: asks.status }).toEqual({ headers, status: 201 })
      expect({ headers, answer: await upgrade(house.addresses[0]!, headers) }).toEqual({
        headers,
        answer: 'opened',
      })
    }
  })

  it.each([
    ['studio.lan:3000', 'http://studio.lan:3000', 200],
    ['STUDIO.lan:3000', 'http://studio.lan:3000', 200],
    ['studio.lan', 'http://studio.lan', 200],
    ['studio.lan:80', 'http://studio.lan', 200],
    ['studio.lan:443', 'https://studio.lan', 200],
    ['studio.lan', 'https://studio.lan', 200],
    ['studio.lan:443', 'http://studio.lan', 403],
    ['studio.lan', 'http://studio.lan:3000', 403],
    ['studio.lan:3000', 'http://studio.lan', 403],
    ['[::1]:3000', 'http://[::1]:3000', 200],
    ['studio.lan', 'http://evil-studio.lan', 403],
    ['evil.example', PUBLIC, 200],
  ])('asking %s, coming from %s, is told %i', async (host, origin, status) => {
    const headers = { host, origin, cookie: moderator.cookie! }
    expect((await ask('GET', '/api/programs', headers)).status).toBe(status)
    expect(await upgrade(house.addresses[0]!, headers)).toBe(status === 200 ? 'opened' : 'refused')
  })

  it('opens no websocket, whatever cookie the browser adds', async () => {
    for (const headers of foreign())
      for (const cookie of cookies())
        expect({
          headers,
          answer: await upgrade(house.addresses[0]!, { ...headers, ...cookie }),
        }).toEqual({ headers, answer: 'refused' })
  })

  it('is not believed when it claims another host behind no proxy of ours', async () => {
    const headers = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }
    const answer = await ask('GET', '/api/programs', { ...headers, cookie: moderator.cookie! })
    expect(answer.status).toBe(403)
    expect(await upgrade(house.addresses[0]!, headers)).toBe('refused')
  })
})
