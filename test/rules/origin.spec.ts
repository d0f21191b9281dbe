import { describe, expect, it } from 'vitest'
import { isForeign } from '../../server/access/origin.js'

const ALLOWED = ['https://dai.example.vn']
const from = (headers: Record<string, string | string[]>, ...hosts: string[]) =>
  isForeign(headers, ALLOWED, hosts.length ? hosts : ['192.168.1.5:3000'])

const site = (named: string) => from({ 'sec-fetch-site': named })

describe('a request', () => {
  it('that names neither origin nor site comes from no browser and is served', () => {
    expect(from({})).toBe(false)
    expect(from({ host: '192.168.1.5:3000', referer: 'https://evil.example' })).toBe(false)
  })

  it.each([
    ['http://192.168.1.5:3000', '192.168.1.5:3000'],
    ['https://192.168.1.5:3000', '192.168.1.5:3000'],
    ['http://localhost:3000', 'localhost:3000'],
    ['http://LOCALHOST:3000', 'LocalHost:3000'],
    ['http://[::1]:3000', '[::1]:3000'],
    ['https://truong-quay.vn', 'truong-quay.vn'],
    ['https://truong-quay.vn', 'truong-quay.vn:443'],
    ['http://truong-quay.vn', 'truong-quay.vn:80'],
    ['https://dai.example.vn', 'may-chu:3000'],
  ])('from our own page %s is served at %s', (origin, host) => {
    expect(from({ origin }, host)).toBe(false)
  })

  it('is our own under any of the hosts that it came by', () => {
    expect(from({ origin: 'https://dia-chi.vn' }, '127.0.0.1:3000', 'dia-chi.vn')).toBe(false)
  })

  it.each([
    'null',
    '',
    'https://evil.example',
    'http://192.168.1.5',
    'http://192.168.1.5:3001',
    'http://192.168.1.5:30000',
    'http://192.168.1.5.evil.example:3000',
    'http://evil.example/192.168.1.5:3000',
    'http://192.168.1.5:3000@evil.example',
    'http://dai.example.vn',
    'https://dai.example.vn.evil.example',
    'https://dai.example.vn:8443',
    'file://',
    'data:text/html,x',
    'chrome-extension://192.168.1.5',
    'http://192.168.1.5:3000, https://evil.example',
  ])('from %s is foreign', origin => {
    expect(from({ origin })).toBe(true)
    expect(from({ origin, 'sec-fetch-site': 'same-origin' })).toBe(true)
  })

  it('with two origins is foreign', () => {
    expect(from({ origin: ['http://192.168.1.5:3000', 'https://evil.example'] })).toBe(true)
  })

  it('of our own origin is still foreign when its site says so', () => {
    const own = 'http://studio.local:3000'
    const asked = (named: string) =>
      isForeign({ origin: own, 'sec-fetch-site': named }, [], ['studio.local:3000'])
    expect([asked('same-origin'), asked('cross-site')]).toEqual([false, true])
  })

  it('without an origin is what its site says', () => {
    expect([site('same-origin'), site('none')]).toEqual([false, false])
    expect([site('same-site'), site('cross-site'), site('')]).toEqual([true, true, true])
  })
})
