import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { rawRequest } from '../support/upgrade.js'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']

describe('a way around the door', () => {
  let house: House
  let secretary: Desk
  let secret: string
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    secret = 'Điều chỉ ban thư ký được đọc'
    await secretary.log(secret)
  })
  afterAll(() => house.close())

  const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
    rawRequest(house.addresses[0]!, { method, path, headers })
  const questions = () => `/api/programs/${house.programId}/questions`

  const disguised = () => {
    const path = questions()
    return [
      path,
      `/${path}`,
      `//${path}`,
      path.replace('/api/', '/api//'),
      path.replace('/api', '/./api'),
      path.replace('/api', '/x/../api'),
      path.replace('/api', '/x/%2e%2e/api'),
      path.replace('/api', '/%2e/api'),
      path.replace('/api', '/assets/%2e%2e%2fapi'),
      path.replace('/api', '/assets/..%2fapi'),
      path.replace('/api', '/..%5capi'),
      path.replace('/api', '/%61pi'),
      path.replace('/api/', '/api%2f'),
      path.replace('/api', '/API'),
      path.replace('/api', '/api;x=1'),
      `${path}/`,
      `${path}//`,
      `${path}/.`,
      `${path}%20`,
      `${path}%00`,
      `${path}.json`,
      `${path};a=b`,
      `${path}?`,
      `${path}?_method=GET`,
      `${path}#x`,
      `http://evil.example${path}`,
      path.replace(house.programId, `x/../${house.programId}`),
      path.replace('questions', 'Questions'),
      path.replace('questions', 'questions%3Flimit=1'),
    ]
  }

  it('leads nobody without a session to what it hides', async () => {
    const disguises = [{}, { 'x-http-method-override': 'GET' }, { 'x-original-url': questions() }]
    for (const path of disguised())
      for (const method of METHODS)
        for (const headers of disguises) {
          const { status, text } = await ask(path, method, headers as Record<string, string>)
          expect({ path, method, text: text.includes(secret) }).toMatchObject({ text: false })
          // The client's own page may be shown at any address that is not the API's; nothing else is.
          const harmless = status < 300 ? /^(<!doctype html>|$)/i.test(text) : status < 500
          expect({ path, method, status, harmless }).toMatchObject({ harmless: true })
        }
  })

  it('leads to no file that is not the pages’ own', async () => {
    for (const path of [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%5c..%5cpackage.json',
      '/%00',
      '/.env',
      '/.git/config',
      '/package.json',
      '/server/main.ts',
      '/client/index.html',
    ]) {
      const { text } = await ask(path)
      expect({ path, text }).not.toMatchObject({
        text: expect.stringMatching(/"dependencies"|root:|\[core\]|createApp/),
      })
    }
  })

  it('is not opened by the name of another method', async () => {
    const headers = { cookie: secretary.cookie!, 'x-http-method-override': 'PATCH' }
    const before = await secretary.get(`/api/programs/${house.programId}`)
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override'])
      for (const wanted of ['PUT', 'DELETE', 'PATCH', 'GET']) {
        const air = `/api/programs/${house.programId}/air`
        const answer = await ask(`${air}?_method=${wanted}`, 'POST', { ...headers, [name]: wanted })
        expect(answer.status).toBe(404)
      }
    expect(await secretary.get(`/api/programs/${house.programId}`)).toEqual(before)
  })

  it('is a HEAD no more than a GET is: the same door, and nothing in it', async () => {
    expect((await ask(questions(), 'HEAD')).status).toBe(401)
    const producer = await house.as('daodien')
    const history = await ask(`/api/questions?text=x`, 'HEAD', { cookie: producer.cookie! })
    expect(history.status).toBe(403)
    const mine = await ask(questions(), 'HEAD', { cookie: secretary.cookie! })
    expect({ status: mine.status, text: mine.text }).toEqual({ status: 200, text: '' })
  })

  it('is no id in capitals: two spellings are one programme', async () => {
    const upper = house.programId.toUpperCase()
    expect((await secretary.get(`/api/programs/${upper}/questions`)).questions).toHaveLength(1)
    expect((await ask(`/api/programs/${upper}/questions`)).status).toBe(401)
  })
})
