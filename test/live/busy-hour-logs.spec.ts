import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync, statSync } from 'node:fs'
import { Logger } from '@nestjs/common'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { JsonLog } from '../../server/errors/json-log.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { dotted, found, type Marks, newMarks, slipOf, spellings } from '../support/marks.js'
import { newPerson, PASSWORD } from '../support/people.js'
import { RandomHour, seeded } from '../support/random-hour.js'
import { upgrade } from '../support/upgrade.js'

const SEED = 20261122
/** Of everybody who calls by chance. */
const RANDOM_PHONE = '0939000112'

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

describe('the log of a busy hour, with everything that can be written down', () => {
  let house: House
  let postgresLog: string
  let begun: number
  const written: string[] = []
  const sent: string[] = []
  const refusals: string[] = []
  const callers: Marks[] = []
  /** Passwords, sessions, codes, secrets, and what random people said. */
  const secrets: string[] = [PASSWORD, 'Nguyễn Thanh Hải', ...spellings(RANDOM_PHONE)]

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation(((told: unknown) => {
        written.push(String(told))
        return true
      }) as never)
    house = await House.open({ settings: { logLevel: 'debug' } })
    const [backend] = await house.database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    postgresLog = readlinkSync(`/proc/${backend!.pid}/fd/2`)
    begun = statSync(postgresLog).size
    await anHour()
  })
  afterAll(async () => {
    await house.close()
    vi.restoreAllMocks()
  })

  /** Remembers what a desk says, and what it is refused. */
  function overheard<D extends Desk>(desk: D): D {
    const ask = desk.ask.bind(desk)
    desk.ask = async (method, path, body, headers) => {
      sent.push(path, typeof body === 'string' ? body : JSON.stringify(body ?? ''))
      const answer = await ask(method, path, body, headers)
      if (answer.body?.error) refusals.push(answer.body.requestId)
      return answer
    }
    secrets.push(desk.cookie?.slice('session='.length) ?? PASSWORD)
    sent.push(desk.cookie ?? '')
    return desk
  }

  async function anHour(): Promise<void> {
    const { programId } = house
    const screens = [await house.screen('speaker'), await house.screen('panel')]
    for (const { secret, code } of screens) secrets.push(secret, code)
    sent.push(PASSWORD, ...screens.flatMap(({ secret, code }) => [secret, code]))
    const person = async (role: 'secretary' | 'moderator' | 'producer') =>
      overheard(await newPerson(house, { roles: [role] }))
    const crew = {
      secretary: await person('secretary'),
      moderator: await person('moderator'),
      producer: await person('producer'),
    }
    const glass = await screens[0]!.join()
    const desk = await crew.moderator.join()
    const hour = new RandomHour(
      crew,
      programId,
      seeded(SEED),
      screens.map(({ id }) => id),
    )
    for (let step = 0; step < 60; step++) {
      await hour.step()
      if (step % 6 === 0) await aCaller(crew, glass.questions.size)
    }
    expect(hour.done.size).toBeGreaterThan(6)

    const marks = newMarks(false)
    callers.push(marks)
    const path = `/api/programs/${programId}/questions`
    const stranger = overheard(house.stranger())
    await stranger.signIn(`${marks.name}\r\n{"level":"forged"}`, `${marks.said}\u001b[31m`)
    await stranger.signIn(crew.moderator.username, marks.note)
    await stranger.ask('GET', `/api/${marks.verbatim}/%zz`)
    await stranger.ask('PUT', `/${marks.organisation}`, `{"${marks.reason}": ${marks.wording}`)
    await stranger.ask('POST', path, slipOf(marks), { origin: `https://${marks.name}.example` })
    await crew.producer.post(
      `/api/programs/${programId}/screens`,
      { id: randomUUID(), code: '000000', label: marks.wording, kind: 'panel' },
      409,
    )
    await crew.secretary.post('/api/callers/lookup', { programId, phone: marks.phone })
    await crew.secretary.post(`/api/programs/${programId}/similar`, { text: marks.verbatim })
    for (const [event, said] of [
      ['desk:editing', { questionId: marks.verbatim, phone: marks.phone }],
      [marks.note, slipOf(marks)],
      ['screen:answer', { questionId: randomUUID(), answer: 'read' }],
    ] as const) {
      const ack = await desk.ask(event, said)
      expect(ack.ok).toBe(false)
      refusals.push(ack.requestId)
    }
    expect(await upgrade(house.addresses[0]!, { origin: `https://${marks.phone}.example` })).toBe('refused')
    const left = await house
      .stranger()
      .socket()
      .catch((fault: { data: { requestId: string } }) => fault.data)
    refusals.push((left as { requestId: string }).requestId)

    // What nobody foresaw: the database refuses rows and statements that hold what callers said.
    await house.database.query(`ALTER TABLE question ADD CONSTRAINT no CHECK (verbatim NOT LIKE '%loicua%')
      NOT VALID`)
    await crew.secretary.post(path, { id: randomUUID(), ...slipOf(marks) }, 500)
    await house.database.query('ALTER TABLE question RENAME TO hidden_away')
    await crew.secretary.ask('GET', `${path}?text=${marks.phone}`)
    await desk.ask('live:join', { protocol: 1, programId }).then(ack => refusals.push(ack.requestId))
    await house.database.query('ALTER TABLE hidden_away RENAME TO question')
    new Logger('somebody').error(new Error(`duplicate key: ${marks.verbatim}\n    at ${marks.phone}`))
    new JsonLog('error').fatal(Object.assign(new Error(marks.wording), { detail: marks.phone }))
  }

  async function aCaller(crew: Record<'secretary' | 'moderator', Desk>, shown: number): Promise<void> {
    const marks = newMarks(shown % 2 === 0)
    callers.push(marks)
    const question = await crew.secretary.log(marks.verbatim, slipOf(marks))
    const wording = `${marks.wording} ${dotted(marks.phone)}`
    await crew.moderator.move(question, 'approve', { wording }, 409)
    await crew.moderator.move(question, 'return', { reason: `${marks.reason} ${marks.said}` })
    await crew.moderator.move(question, 'approve', { wording: marks.wording }, 409)
  }

  const told = () => written.join('')
  const everyMark = () =>
    callers.flatMap(({ phone, ...words }) => [
      ...spellings(phone),
      ...Object.values(words).filter(word => typeof word === 'string'),
    ])
  const holds = (text: string) => [
    ...found(text, [...everyMark(), ...secrets.filter(secret => !/^\d+$/.test(secret))]),
    // A code is six digits, as may stand within any time or id.
    ...secrets.filter(
      secret => /^\d+$/.test(secret) && new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(text.replace(UUIDS, '')),
    ),
  ]

  it('holds none of what callers said, no password and no secret', () => {
    expect(holds(told())).toEqual([])
    expect(found(told(), ['forged', 'SELECT', 'INSERT', 'UPDATE', 'hidden_away', 'duplicate key'])).toEqual(
      [],
    )
    expect(callers.length).toBeGreaterThan(8)
  })

  it('would hold them if they were written down, or the search proves nothing', () => {
    const unsaid = [...everyMark(), ...secrets].filter(mark => !holds(sent.join('\n')).includes(mark))
    // Numbers are looked for in all spellings, and were typed in some.
    const numbers = [RANDOM_PHONE, ...callers.map(({ phone }) => phone)].map(spellings)
    expect(unsaid.filter(mark => !numbers.flat().includes(mark))).toEqual([])
    for (const ways of numbers) expect(found(sent.join('\n'), ways)).not.toEqual([])
    const before = written.length
    new Logger('somebody').warn(callers[0]!.verbatim)
    expect(holds(written.slice(before).join(''))).toEqual([callers[0]!.verbatim])
    written.length = before
  })

  it('is one line of JSON for each event, without a control character', () => {
    const lines = told().split('\n').filter(Boolean)
    expect(lines.length).toBeGreaterThan(50)
    for (const line of lines) {
      expect(line).not.toMatch(/[\u0000-\u001f\u007f]/)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), timestamp: expect.any(Number) })
    }
  })

  it('names every refusal once, by the request id that the asker was given', () => {
    const ids = told()
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line).message?.requestId)
      .filter(Boolean)
    expect(refusals.length).toBeGreaterThan(20)
    expect(refusals.filter(id => ids.filter(logged => logged === id).length !== 1)).toEqual([])
  })

  it('is not kept by PostgreSQL beside it either', () => {
    const log = readFileSync(postgresLog).subarray(begun).toString()
    expect(log).toContain('violates check constraint')
    expect(holds(log)).toEqual([])
    expect(found(log, ['STATEMENT', 'DETAIL'])).toEqual([])
  })
})

describe('LOG_LEVEL', () => {
  it.each([
    ['error', ['error']],
    ['warn', ['warn', 'error']],
    ['log', ['log', 'warn', 'error']],
    ['debug', ['debug', 'log', 'warn', 'error']],
  ] as const)('%s writes down what is as grave and graver', (least, expected) => {
    const lines: string[] = []
    const spies = [process.stdout, process.stderr].map(stream =>
      vi.spyOn(stream, 'write').mockImplementation(((line: string) => lines.push(line)) as never),
    )
    const log = new JsonLog(least)
    for (const level of ['debug', 'log', 'warn', 'error'] as const) log[level](level)
    for (const spy of spies) spy.mockRestore()
    expect(lines.map(line => JSON.parse(line).level)).toEqual(expected)
  })
})
