import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ErrorAnswer } from '../../protocol/errors.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { rawRequest } from '../support/upgrade.js'

const VIETNAMESE = /[àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ]/i
const INSIDES =
  /\bat \S+\.(ts|js|mjs):|node_modules|SELECT|INSERT|UPDATE |constraint|FST_|zod|stack|"statusCode"/i

describe('every refusal', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let cases: [what: string, status: number, path: string, method?: string, body?: unknown, bare?: true][]

  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
    const question = await secretary.log('Câu hỏi')
    const program = `/api/programs/${house.programId}`
    const moves = `/api/questions/${question.id}/moves`
    const move = (rest: object) => ({ id: randomUUID(), version: 1, ...rest })
    cases = [
      ['signed out', 401, '/api/programs', 'GET', undefined, true],
      ['wrong login', 401, '/api/session', 'POST', { username: 'ai', password: 'sai' }],
      ['no such address', 404, '/api/nothing'],
      ['no such address to send to', 404, '/nothing', 'POST', {}],
      ['no such method', 404, program, 'DELETE'],
      ['no such method of HTTP', 404, program, 'OPTIONS'],
      ['no such programme', 404, `/api/programs/${randomUUID()}`],
      ['no such list', 404, '/api/house/secrets'],
      ['a broken id', 400, '/api/programs/1'],
      ['a broken address', 400, '/api/programs/%zz'],
      ['a broken address of another kind', 400, '/%c0%af'],
      ['too long an address', 404, `/api/programs/${'a'.repeat(500)}`],
      ['a broken body', 400, `${program}/questions`, 'POST', '{'],
      ['a faulty body', 400, `${program}/questions`, 'POST', { id: 'x', verbatim: '' }],
      ['a faulty query', 400, `${program}/questions?limit=0`],
      [
        'a fault of the programme',
        400,
        `${program}/questions`,
        'POST',
        {
          id: randomUUID(),
          verbatim: 'x',
          topicId: randomUUID(),
        },
      ],
      ['too large', 413, `${program}/questions`, 'POST', 'x'.repeat(70_000)],
      ['stale', 409, moves, 'POST', { ...move({ move: 'resubmit' }), version: 7 }],
      ['not possible', 409, moves, 'POST', move({ move: 'resubmit' })],
      ['not allowed', 403, moves, 'POST', move({ move: 'approve' })],
      ['not for this role', 403, `${program}/order`, 'POST', {}],
      ['an id that was used', 409, `${program}/questions`, 'POST', { id: house.programId, verbatim: 'x' }],
    ]
    await moderator.get(program)
  })
  afterAll(() => house.close())

  async function refused(language: Record<string, string>) {
    const answers = []
    for (const [what, status, path, method = 'GET', body, bare] of cases) {
      const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
      const answer = await rawRequest(house.addresses[0]!, {
        method,
        path,
        headers: {
          ...language,
          ...(!bare && { cookie: secretary.cookie! }),
          ...(text !== undefined && { 'content-type': 'application/json' }),
        },
        ...(text !== undefined && { body: text }),
      })
      answers.push({ what, expected: status, ...answer })
    }
    return answers
  }

  it('has one shape, a code of the closed list, and nothing of the house inside', async () => {
    const ids = new Set<string>()
    for (const { what, expected, status, text, headers } of await refused({})) {
      expect({ what, status, text }).toMatchObject({ status: expected })
      expect(headers['content-type']).toBe('application/json; charset=utf-8')
      const answer = ErrorAnswer.parse(JSON.parse(text))
      expect({ what, text }).not.toMatchObject({ text: expect.stringMatching(INSIDES) })
      ids.add(answer.requestId)
    }
    expect(ids.size).toBe(cases.length)
  })

  it('is in Vietnamese, unless the asker would rather have English', async () => {
    const said = async (language: Record<string, string>) =>
      (await refused(language)).map(({ text }) => {
        const { error } = JSON.parse(text)
        return [error.message, ...(error.details?.faults ?? []).map((f: { message: string }) => f.message)]
      })
    for (const languages of [
      {},
      { 'accept-language': 'vi-VN,vi;q=0.9,en;q=0.8' },
      { 'accept-language': 'fr' },
    ])
      for (const messages of await said(languages as Record<string, string>))
        for (const message of messages) expect(message).toMatch(VIETNAMESE)
    for (const language of ['en', 'en-GB,vi;q=0.5', 'EN'])
      for (const messages of await said({ 'accept-language': language }))
        for (const message of messages) {
          expect(message).toMatch(/\w/)
          expect(message).not.toMatch(VIETNAMESE)
        }
  })

  it('of a failure of ours says no more than that it failed', async () => {
    await house.database.query('ALTER TABLE house_entry RENAME TO hidden_away')
    try {
      const { status, body } = await secretary.ask('GET', '/api/house/topics')
      expect({ status, body }).toEqual({
        status: 500,
        body: {
          error: { code: 'server.failed', message: expect.stringMatching(VIETNAMESE) },
          requestId: expect.any(String),
        },
      })
    } finally {
      await house.database.query('ALTER TABLE hidden_away RENAME TO house_entry')
    }
    expect((await secretary.ask('GET', '/api/house/topics')).status).toBe(200)
  })
})
