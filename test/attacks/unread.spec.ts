import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ErrorAnswer } from '../../protocol/errors.js'
import { House } from '../support/house.js'
import { longestStandstill } from '../support/loop-delay.js'
import { RawConnection } from '../support/raw-connection.js'
import { rawRequest } from '../support/upgrade.js'

const MIB = 1024 * 1024
/** Read to the end and parsed, the worst of these held everybody for six of them. */
const SECOND = 1000

describe('a request that is not to be read', () => {
  let house: House
  let cookie: string
  const imports = '/api/house/topics/import'
  beforeAll(async () => {
    house = await House.open()
    cookie = (await house.as('thuky1')).cookie!
  })
  afterAll(() => house.close())

  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    rawRequest(house.addresses[0]!, {
      method: 'POST',
      path,
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })

  it('is refused in the shape of every refusal when it is no HTTP at all', async () => {
    const cases: [string | Buffer, number, string][] = [
      [randomBytes(64), 400, 'request.invalid'],
      ['GET / HTTP/9.9\r\n\r\n', 400, 'request.invalid'],
      ['POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n', 400, 'request.invalid'],
      [
        'POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
        400,
        'request.invalid',
      ],
      ['GET / HTTP/1.1\r\nHost: a\r\nX: \u0000\r\n\r\n', 400, 'request.invalid'],
      [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'request.too_large'],
      [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431, 'request.too_large'],
    ]
    for (const [said, status, code] of cases) {
      const connection = await RawConnection.open(house.addresses[0]!)
      connection.say(said)
      const answer = await connection.answer()
      expect(ErrorAnswer.parse(answer.body).error.code).toBe(code)
      expect(answer.status).toBe(status)
    }
  })

  it('is a table of a stranger: not a byte of it is taken in', async () => {
    const stranger = await RawConnection.open(house.addresses[0]!)
    stranger.say(
      `POST ${imports} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${8 * MIB}\r\n\r\n`,
    )
    await expect.poll(() => stranger.heard).toContain('access.signed_out')
    stranger.end()
    expect(await longestStandstill(() => post(imports, '['.repeat(4 * MIB)).catch(() => {}))).toBeLessThan(
      SECOND,
    )
  })

  it.each([
    ['20,000 lists in each other', '/api/session', () => '['.repeat(20_000) + ']'.repeat(20_000)],
    ['10,000 things in each other', '/api/session', () => '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
    ['four million lists in each other', imports, () => '['.repeat(4 * MIB - 9) + ']'.repeat(4 * MIB - 9)],
    ['a hundred thousand fields', imports, () => `{${'"k":0,'.repeat(100_000)}"id":1}`],
    ['two million texts', imports, () => `[${'"",'.repeat(2 * MIB)}""]`],
  ])('is %s: it is refused, and nobody waits for it', async (_, path, body) => {
    const sent = body()
    expect((await post(path, sent, { cookie })).status).toBe(path === imports ? 403 : 400)
    expect(await longestStandstill(() => post(path, sent, { cookie }))).toBeLessThan(SECOND)
  })
})
