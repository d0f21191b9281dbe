import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../support/house.js'

describe('every answer', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open()
  })
  afterAll(() => house.close())

  it.each([
    ['the page', 'GET', '/'],
    ['a page that the client routes', 'GET', '/screen'],
    ['the API', 'GET', '/api/session'],
    ['a health check', 'GET', '/health/live'],
    ['what is not there', 'GET', '/api/nothing'],
    ['what cannot be sent there', 'POST', '/nothing'],
    ['a file that is not there', 'GET', '/assets/nothing.js'],
    ['a refused sign-in', 'POST', '/api/session'],
    ['a broken address', 'GET', '/api/%zz'],
  ])('tells the browser to be careful with %s', async (_, method, path) => {
    const { headers, status } = await fetch(house.addresses[0] + path, { method })
    expect(status).toBeLessThan(500)
    const policy = Object.fromEntries(
      (headers.get('content-security-policy') ?? '').split(';').map(directive =>
        directive
          .trim()
          .split(/\s+(.*)/s)
          .slice(0, 2),
      ),
    )
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      // A page's own styles at run time carry a nonce; nothing else may be inline.
      'style-src': expect.stringMatching(/^'self'( 'nonce-[\w+/=]{24}')?$/),
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'self'",
      'form-action': "'self'",
    })
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*|upgrade-insecure/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-frame-options')).toMatch(/SAMEORIGIN|DENY/)
    // A station's own network is often plain http: this would lock its browsers out.
    expect(headers.get('strict-transport-security')).toBeNull()
    for (const telling of ['x-powered-by', 'server', 'access-control-allow-origin'])
      expect({ telling, value: headers.get(telling) }).toEqual({ telling, value: null })
  })

  it('gives each answer of a page a nonce of its own, and the page the same', async () => {
    const nonces = []
    for (const path of ['/', '/moderator']) {
      const response = await fetch(house.addresses[0] + path)
      const [, nonce] = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '') ?? []
      expect(await response.text()).toContain(`nonce="${nonce}"`)
      nonces.push(nonce)
    }
    expect(new Set(nonces).size).toBe(2)
  })

  it('of the API is never kept by anybody on the way', async () => {
    const desk = await house.as('duyet1')
    for (const path of ['/api/session', '/api/programs', `/api/programs/${house.programId}/questions`])
      expect((await desk.ask('GET', path)).headers.get('cache-control')).toBe('no-store')
    expect((await fetch(`${house.addresses[0]}/`)).headers.get('cache-control')).toMatch(/^no-(cache|store)$/)
    expect((await house.stranger().ask('GET', '/api/session')).headers.get('cache-control')).toBe('no-store')
  })
})
