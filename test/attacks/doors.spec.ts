import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../support/house.js'
import { newPerson } from '../support/people.js'
import { TABLE } from '../support/route-table.js'
import { rawRequest } from '../support/upgrade.js'

const SECRET = 'dieuchinguoicoquyenduocbiet'

/** The same address as somebody writes it who would like to be taken for another. */
const disguised = (path: string) => [
  path,
  `/${path}`,
  `//${path}`,
  `///.${path}`,
  `/.${path}`,
  `/x/..${path}`,
  `/x/%2e%2e${path}`,
  `/%2e${path}`,
  `/health/..${path}`,
  `/assets/..%2f${path.slice(1)}`,
  `/socket.io/..${path}`,
  path.replace('/api', '/API'),
  path.replace('/api', '/%61pi'),
  path.replace('/api/', '/api//'),
  path.replace('/api/', '/api/./'),
  path.replace('/api/', '/api%2f'),
  path.replace('/api/', '/api\\'),
  path.replace('/api/', '/api;a=b/'),
  `${path}/`,
  `${path}//`,
  `${path}/.`,
  `${path}/..`,
  `${path}/%2e%2e`,
  `${path};a=b`,
  `${path}.json`,
  `${path}%00`,
  `${path}%20`,
  `${path}%0a`,
  `${path}?`,
  `${path}?_method=GET&method=GET`,
  `${path}#x`,
  `http://127.0.0.1${path}`,
]
const HEADERS: Record<string, string>[] = [
  {},
  { 'x-http-method-override': 'GET', 'x-http-method': 'GET', 'x-method-override': 'GET' },
  { 'x-original-url': '/health/live', 'x-rewrite-url': '/health/live' },
  { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', forwarded: 'for=127.0.0.1' },
  { authorization: 'Basic YWRtaW46YWRtaW4=', 'x-user-id': 'admin' },
]
const protectedRoutes = Object.entries(TABLE).filter(([, { by }]) => !by.includes('nobody'))

describe('every door that is not open to all', () => {
  let house: House
  let things: Record<string, string>
  let lesser: string
  beforeAll(async () => {
    house = await House.open()
    const question = await (await house.as('thuky1')).log(SECRET)
    things = { programId: house.programId, questionId: question.id, accountId: question.loggedBy.id }
    lesser = (await newPerson(house, { roles: [] })).cookie!
  })
  afterAll(() => house.close())

  const at = (path: string) => path.replace(/:(\w+)/g, (_, name: string) => things[name] ?? randomUUID())

  it.each(protectedRoutes)('%s: no other spelling, verb or header leads around it', async route => {
    const [method, path] = route.split(' ') as [string, string]
    const body = method === 'GET' ? undefined : JSON.stringify({ id: randomUUID(), version: 1 })
    for (const [place, spelling] of disguised(at(path)).entries())
      for (const verb of method === 'GET' ? ['GET', 'HEAD'] : [method])
        for (const cookie of route.includes('session') ? [''] : ['', lesser]) {
          const { status, text } = await rawRequest(house.addresses[0]!, {
            method: verb,
            path: spelling,
            headers: {
              ...HEADERS[place % HEADERS.length],
              ...(cookie && { cookie }),
              ...(body && { 'content-type': 'application/json', 'content-length': String(body.length) }),
            },
            ...(body && { body }),
          })
          // The pages' own frame may be shown at any address that is not the API's; nothing else is.
          const harmless = status < 300 ? /^(<!doctype html>|$)/i.test(text) : status < 500
          const empty = text === '' && status < 300 && verb !== 'HEAD'
          expect({ spelling, verb, status, harmless, empty }).toMatchObject({ harmless: true, empty: false })
          expect(text).not.toContain(SECRET)
        }
  })
})
