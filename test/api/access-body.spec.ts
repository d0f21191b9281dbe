import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { rawRequest } from '../support/upgrade.js'

describe('a body that is no command', () => {
  let house: House
  let secretary: Desk
  let path: string
  const json = { 'content-type': 'application/json' }

  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    path = `/api/programs/${house.programId}/questions`
  })
  afterAll(() => house.close())

  async function send(body: string | Buffer, headers: Record<string, string> = json, method = 'POST') {
    const answer = await rawRequest(house.addresses[0]!, {
      method,
      path,
      headers: { ...headers, cookie: secretary.cookie! },
      body,
    })
    return { status: answer.status, error: JSON.parse(answer.text).error }
  }
  const INVALID = { status: 400, error: { code: 'request.invalid' } }
  const slip = (fields: object) => JSON.stringify({ id: randomUUID(), verbatim: 'Hỏi', ...fields })

  it('is too large from the first byte above 64 KiB', async () => {
    const fits = slip({ verbatim: 'x' }).padEnd(64 * 1024)
    expect((await send(fits)).status).toBe(201)
    const over = await send(`${fits} `)
    expect(over).toMatchObject({ status: 413, error: { code: 'request.too_large' } })
    expect((await send('a'.repeat(64 * 1024 + 1), { 'content-type': 'text/plain' })).status).toBe(413)
  })

  it('is too large even when it does not say how large it is', async () => {
    const chunked = { ...json, 'transfer-encoding': 'chunked' }
    const answer = await send(slip({}).padEnd(70_000), chunked)
    expect(answer).toMatchObject({ status: 413, error: { code: 'request.too_large' } })
  })

  it.each([
    ['broken', '{"id": '],
    ['two', '{} {}'],
    ['a text', '"x"'],
    ['a number', '1'],
    ['null', 'null'],
    ['a list', '[]'],
    ['nothing', ''],
    ['blank', '   '],
    ['with a comment', '{/* */}'],
    ['with a mark of byte order and nonsense', '\ufeff{'],
    ['nested 20,000 deep', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['nested 10,000 deep in a field', `{"caller":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
    ['an own prototype', '{"__proto__": {"admin": true}}'],
    ['a constructor', '{"constructor": {"prototype": {"admin": true}}}'],
    ['an own prototype, deep', '{"caller": {"__proto__": {"mayReadName": true}}}'],
    ['an own prototype, in other letters', '{"\\u005f_proto__": {"admin": true}}'],
  ])('is refused as it is: %s', async (_, body) => {
    expect(await send(body)).toMatchObject(INVALID)
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  it('is refused when its bytes are not UTF-8', async () => {
    for (const bytes of [
      [0xff],
      [0xc3, 0x28],
      [0xed, 0xa0, 0x80],
      [0xf8, 0x88, 0x80, 0x80],
      [0xc0, 0xaf],
      [0xe2, 0x82],
    ]) {
      const body = Buffer.from(slip({ verbatim: 'Hỏi @' }))
      const at = body.indexOf('@')
      const broken = Buffer.concat([body.subarray(0, at), Buffer.from(bytes), body.subarray(at + 1)])
      expect(await send(broken)).toMatchObject(INVALID)
    }
    expect(await send(Buffer.from(slip({}), 'utf16le'))).toMatchObject(INVALID)
  })

  it('is refused in any other type than JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json',
      'application/jsonp',
      'application/xml',
      'x',
      '',
    ])
      expect({ type, ...(await send(slip({}), { 'content-type': type })) }).toMatchObject({
        type,
        ...INVALID,
      })
    expect(await send(slip({}), {})).toMatchObject(INVALID)
    expect((await send(slip({}), { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(201)
  })

  it('with a hundred thousand fields is refused, and nobody else waits for it', async () => {
    const fields = `{${Array.from({ length: 100_000 }, (_, n) => `"${n.toString(36)}":0`).join(',')}}`
    const small = `{${Array.from({ length: 7000 }, (_, n) => `"${n.toString(36)}":0`).join(',')}}`
    expect((await send(fields)).status).toBe(413)
    const answer = await send(small)
    expect(answer).toMatchObject(INVALID)
    expect(JSON.stringify(answer).length).toBeLessThan(64 * 1024)
  })

  it('is looked at after who asks: nobody learns anything by sending nonsense', async () => {
    const stranger = house.stranger()
    const producer = await house.as('daodien')
    for (const body of ['{', '{"x":1}', 'null']) {
      expect((await stranger.ask('POST', path, body)).status).toBe(401)
      expect((await producer.ask('POST', path, body)).status).toBe(403)
    }
    const asText = await stranger.ask('POST', path, 'x', { 'content-type': 'text/plain' })
    expect(asText.status).toBe(401)
  })
})
