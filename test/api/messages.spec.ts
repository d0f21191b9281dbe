import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Message } from '../../protocol/message.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { HOUR, falseClock } from '../support/clock.js'
import { newPerson } from '../support/people.js'
import { expectView, faultPaths } from '../support/slips.js'

describe('sending a message', () => {
  let house: House
  let producer: Desk
  let moderator: Desk
  let programId: string
  beforeAll(async () => {
    house = await House.open()
    producer = await house.as('daodien')
    moderator = await house.as('duyet1')
  })
  beforeEach(async () => {
    programId = await house.program('live')
  })
  afterAll(() => house.close())

  const send = (rest: object = {}, status = 201, desk = producer) =>
    desk.post(
      `/api/programs/${programId}/messages`,
      { id: randomUUID(), text: 'Còn 30 giây', to: 'all', ...rest },
      status,
    )
  const see = (messageId: string, desk: Desk, status = 200, id = randomUUID()) =>
    desk.post(`/api/messages/${messageId}/seen`, { id }, status)

  it('answers with the message as the desks see it', async () => {
    const id = randomUUID()
    const { message } = await send({ id, text: '  Xin nói gần micro  ', seconds: 30 })
    expectView(Message, message)
    expect(message).toMatchObject({
      id,
      text: 'Xin nói gần micro',
      to: 'all',
      by: { name: 'daodien' },
      seen: [],
    })
    expect(Date.parse(message.until) - Date.parse(message.at)).toBe(30_000)
    expect((await send({ to: 'producers' }, 201, moderator)).message).toMatchObject({
      until: null,
      by: { name: 'duyet1' },
    })
  })

  it('is sent once, however often it is said', async () => {
    const command = { id: randomUUID(), text: 'Chuyển câu tiếp theo' }
    const twice = await Promise.all(
      [0, 1].map(() =>
        producer.ask('POST', `/api/programs/${programId}/messages`, { ...command, to: 'all' }),
      ),
    )
    expect(twice.map(answer => answer.status).toSorted()).toEqual([200, 201])
    expect(twice[0]!.body).toEqual(twice[1]!.body)
    expect((await send(command, 409, moderator)).error.code).toBe('request.id_used')
    const rows = await house.database.query('SELECT 1 FROM message WHERE "programId" = $1', [programId])
    expect(rows).toHaveLength(1)
  })

  it('reaches screens of the programme by name, and no overlay', async () => {
    const [panel, overlay] = [
      await house.screen('panel', { programId }),
      await house.screen('overlay', { programId }),
    ]
    const elsewhere = await house.screen('panel')
    expect((await send({ to: [panel.id, panel.id] })).message.to).toEqual([panel.id])
    for (const [other, at] of [
      [overlay.id, 'to.1'],
      [elsewhere.id, 'to.1'],
      [randomUUID(), 'to.1'],
    ] as const) {
      const refused = await send({ to: [panel.id, other] }, 400)
      expect(refused.error.code).toBe('request.invalid')
      expect(faultPaths(refused)).toEqual([at])
    }
    const toOverlay = await send({ to: [overlay.id] }, 400)
    expect(toOverlay.error.details.faults[0].message).toContain('truyền hình')
    await producer.delete(`/api/screens/${panel.id}`, undefined, 204)
    expect(faultPaths(await send({ to: [panel.id] }, 400))).toEqual(['to.0'])
  })

  it('is refused when it says nothing, too much, or to nobody', async () => {
    for (const [odd, path] of [
      [{ text: '' }, 'text'],
      [{ text: ' \n ' }, 'text'],
      [{ text: 'đ'.repeat(201) }, 'text'],
      [{ text: 'a\u0000b' }, 'text'],
      [{ to: [] }, 'to'],
      [{ to: 'secretaries' }, 'to'],
      [{ to: ['x'] }, 'to.0'],
      [{ seconds: 0 }, 'seconds'],
      [{ seconds: 1.5 }, 'seconds'],
      [{ seconds: 3601 }, 'seconds'],
      [{ by: 'ai đó' }, 'by'],
    ] as const)
      expect(faultPaths(await send(odd, 400))).toEqual([path])
    expect((await send({ text: 'đ'.repeat(200) })).message.text).toHaveLength(200)
  })

  it('holds no caller’s number, while a hotline may be said', async () => {
    for (const text of ['Gọi lại 0939.000.112', 'Anh Hải, 0939 000 112', 'CCCD 092301000112']) {
      const refused = await send({ text, to: 'moderators' }, 409)
      expect(refused.error).toMatchObject({
        code: 'question.private_number',
        details: { numbers: [{ kind: expect.stringMatching(/phone|identity/) }] },
      })
    }
    await send({ text: 'Nhắc lại đường dây nóng 0931.015.119' })
    const kept = await house.database.query('SELECT text FROM message WHERE "programId" = $1', [programId])
    expect(kept).toHaveLength(1)
  })

  it('is possible from the draft to the end, and not when the books are closed', async () => {
    const draft = await house.program('draft')
    const say = (status: number, id = draft) =>
      producer.post(
        `/api/programs/${id}/messages`,
        { id: randomUUID(), text: 'Thử màn hình', to: 'all' },
        status,
      )
    await say(201)
    for (const phase of ['open', 'live', 'paused', 'ended']) {
      await producer.phase(draft, phase)
      await say(201)
    }
    const { message } = await producer.post(
      `/api/programs/${draft}/messages`,
      { id: randomUUID(), text: 'zqxcuối', to: 'moderators' },
      201,
    )
    await moderator.phase(draft, 'closed')
    expect((await say(409)).error.code).toBe('program.closed')
    expect((await see(message.id, moderator, 409)).error.code).toBe('program.closed')
    const words = await house.database.query('SELECT 1 FROM message WHERE text LIKE $1', ['%zqx%'])
    expect(words).toEqual([])
  })

  it('is the producer’s and the moderator’s', async () => {
    for (const name of ['thuky1', 'quantri'])
      expect((await send({}, 403, await house.as(name))).error.code).toBe('access.not_allowed')
  })

  it('is one change of the programme, whose ledger keeps none of its words', async () => {
    await send({ text: 'zqxlời nhắn' })
    const [entry] = await house.database.query(
      'SELECT * FROM ledger_entry WHERE "programId" = $1 ORDER BY revision DESC LIMIT 1',
      [programId],
    )
    expect(entry).toMatchObject({ type: 'message.sent' })
    expect(JSON.stringify(entry)).not.toContain('zqx')
  })

  it('is acknowledged by the desk it was sent to, once each, and by no other', async () => {
    const { message } = await send({ to: 'moderators' })
    const id = randomUUID()
    const seen = (await see(message.id, moderator, 200, id)).message
    expectView(Message, seen)
    expect(seen.seen).toMatchObject([{ by: { name: 'duyet1' } }])
    expect((await see(message.id, moderator, 200, id)).message).toEqual(seen)
    expect((await see(message.id, moderator)).message).toEqual(seen)
    const second = await see(message.id, await house.as('duyet2'))
    expect(second.message.seen.map((one: any) => one.by.name)).toEqual(['duyet1', 'duyet2'])
    expect((await see(message.id, producer, 403)).error.code).toBe('access.not_allowed')
    expect((await see((await send({ to: 'producers' })).message.id, moderator, 403)).error.code).toBe(
      'access.not_allowed',
    )
    expect((await see((await send()).message.id, moderator, 403)).error.code).toBe('access.not_allowed')
    await see(message.id, await house.as('thuky1'), 403)
    expect((await see(randomUUID(), moderator, 404)).error.code).toBe('message.not_found')
    const stranger = await newPerson(house, { roles: ['moderator'], programId: await house.program('live') })
    expect((await see(message.id, stranger, 404)).error.code).toBe('message.not_found')
  })

  it('is not acknowledged when it vanished before', async () => {
    const clock = falseClock(house)
    const { message } = await send({ to: 'moderators', seconds: 10 })
    const endless = (await send({ to: 'moderators' })).message
    clock.on(10_000)
    expect((await see(message.id, moderator, 404)).error.code).toBe('message.not_found')
    clock.on(HOUR)
    expect((await see(endless.id, moderator)).message.seen).toHaveLength(1)
  })
})
