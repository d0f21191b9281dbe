import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Patch } from '../../protocol/live.js'
import { Message, ScreenMessage } from '../../protocol/message.js'
import { Clock } from '../../server/ledger/clock.js'
import { falseClock } from '../support/clock.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'
import { newPerson } from '../support/people.js'
import { expectSame } from '../support/replica.js'
import type { Screen } from '../support/screen.js'
import { expectView } from '../support/slips.js'

const GLASS = ['panel', 'speaker', 'host', 'overlay'] as const
type Kind = (typeof GLASS)[number]
type Who = Kind | 'producer' | 'moderator' | 'secretary'

describe('messages on the live side', () => {
  let house: House
  let producer: Desk
  let moderator: Desk
  let programId: string
  let screens: Record<Kind, Screen>
  let here: Record<Who, LiveClient>
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    producer = await house.as('daodien')
    moderator = await house.as('duyet1')
  })
  beforeEach(async () => {
    for (const app of house.apps) app.get(Clock).now = () => new Date()
    programId = await house.program('live')
    await everybody()
  })
  afterAll(() => house.close())

  /** The desks at one instance, the screens at the other. */
  async function everybody(): Promise<void> {
    const secretary = await house.as('thuky1')
    screens = {} as typeof screens
    here = {
      producer: await producer.join(programId),
      moderator: await moderator.join(programId),
      secretary: await secretary.join(programId),
    } as typeof here
    for (const kind of GLASS) {
      screens[kind] = await house.screen(kind, { programId, instance: 1 })
      here[kind] = await screens[kind].join()
    }
  }
  const send = async (rest: object = {}, at = programId): Promise<Message> => {
    const command = { id: randomUUID(), text: 'Còn 30 giây', to: 'all', ...rest }
    return (await producer.post(`/api/programs/${at}/messages`, command, 201)).message
  }
  const holders = (id: string) => (Object.keys(here) as Who[]).filter(who => here[who].messages.has(id))
  /** Until everybody is told of the latest revision. */
  async function settled(): Promise<void> {
    const revision = await headOf(programId)
    for (const client of Object.values(here)) await client.until(() => client.revision >= revision)
  }
  const headOf = async (id: string) =>
    (await house.database.query<{ revision: number }>('SELECT revision FROM program WHERE id = $1', [id]))[0]!
      .revision
  const seenAt = (kind: Kind, messageId: string) =>
    here[kind].ask('screen:answer', { messageId, answer: 'seen' })

  it('come to whom they are for, and to the studio’s desks, in one patch each', async () => {
    const { speaker, host } = screens
    const audiences: [unknown, Who[]][] = [
      ['all', ['producer', 'moderator', 'panel', 'speaker', 'host']],
      [
        [speaker.id, host.id],
        ['producer', 'moderator', 'speaker', 'host'],
      ],
      ['moderators', ['producer', 'moderator']],
      ['producers', ['producer', 'moderator']],
    ]
    for (const [to, expected] of audiences) {
      const { id } = await send({ to })
      await settled()
      expect({ to, holders: holders(id) }).toEqual({ to, holders: expected })
      const others = (Object.keys(here) as Who[]).filter(who => !expected.includes(who))
      for (const who of others) expect(JSON.stringify(here[who].heard)).not.toContain(id)
    }
    for (const client of Object.values(here))
      for (const [index, patch] of client.applied.entries()) {
        expectView(Patch, patch)
        if (index > 0) expect(patch.from).toBe(client.applied[index - 1]!.revision)
      }
  })

  it('are at a screen its words and no more: not from whom, nor to whom else', async () => {
    const sent = await send({
      text: 'Xin nói gần micro',
      seconds: 30,
      to: [screens.panel.id, screens.host.id],
    })
    await settled()
    expectView(Message, here.producer.messages.get(sent.id))
    expect(here.moderator.messages.get(sent.id)).toEqual(sent)
    const { id, text, at, until } = sent
    for (const kind of ['panel', 'host'] as const) {
      expectView(ScreenMessage, here[kind].messages.get(id))
      expect(here[kind].messages.get(id)).toEqual({ id, text, at, until, seen: false })
      const told = JSON.stringify(here[kind].heard)
      for (const secret of ['daodien', sent.by.id, screens[kind === 'panel' ? 'host' : 'panel'].id])
        expect(told).not.toContain(secret)
    }
  })

  it('are acknowledged by the speaker and the host they stand before, and the desks know who', async () => {
    const { id } = await send()
    await settled()
    expect(await seenAt('speaker', id)).toEqual({ ok: true })
    await here.moderator.until(() => here.moderator.messages.get(id).seen.length === 1)
    const [seen] = here.moderator.messages.get(id).seen
    expect(seen.by).toEqual({ id: screens.speaker.id, name: 'Màn hình speaker' })
    await settled()
    expect(here.speaker.messages.get(id).seen).toBe(true)
    expect(here.host.messages.get(id).seen).toBe(false)
    expect(JSON.stringify(here.host.heard)).not.toContain(screens.speaker.id)
    const before = await headOf(programId)
    expect(await seenAt('speaker', id)).toEqual({ ok: true })
    expect(await headOf(programId)).toBe(before)
  })

  it('are acknowledged by no panel, no overlay, no desk’s socket, and by nobody they are not for', async () => {
    const { id } = await send({ to: [screens.panel.id, screens.speaker.id] })
    await settled()
    expect((await seenAt('panel', id)).error.code).toBe('access.not_allowed')
    expect((await seenAt('overlay', id)).error.code).toBe('access.not_allowed')
    expect((await here.moderator.ask('screen:answer', { messageId: id, answer: 'seen' })).error.code).toBe(
      'access.not_allowed',
    )
    for (const messageId of [id, randomUUID(), (await send({ to: 'moderators' })).id])
      expect((await seenAt('host', messageId)).error.code).toBe('message.not_found')
    const elsewhere = await send({}, house.programId)
    expect((await seenAt('host', elsewhere.id)).error.code).toBe('message.not_found')
    for (const odd of [
      { messageId: id, answer: 'read' },
      { messageId: id },
      { messageId: id, answer: 'seen', questionId: id },
    ])
      expect((await here.speaker.ask('screen:answer', odd)).error.code).toBe('request.invalid')
    await settled()
    expect(here.producer.messages.get(id).seen).toEqual([])
  })

  it('are the same to whoever joins later, or comes back', async () => {
    const since = await headOf(programId)
    await send({ seconds: 600 })
    await send({ to: [screens.speaker.id] })
    await send({ to: 'moderators' })
    await settled()
    for (const kind of GLASS) await expectSame(here[kind], await screens[kind].join(house.addresses[0]))
    await expectSame(here.producer, await producer.join(programId))
    await expectSame(here.secretary, await (await house.as('thuky2')).join(programId))
    const { live } = screens.speaker
    const { patch } = await live.ask('live:join', { protocol: 1, since })
    expect(patch.put.messages).toHaveLength(2)
  })

  it('leave every snapshot at their moment, and whoever was away drops them', async () => {
    const clock = falseClock(house)
    const short = await send({ seconds: 30 })
    const long = await send({ seconds: 300 })
    await settled()
    const since = await headOf(programId)
    clock.on(30_000)
    const joins: [LiveClient, object][] = [
      [await producer.socket(), { programId }],
      [await screens.host.connect(house.addresses[0]), {}],
      [await screens.panel.connect(house.addresses[0]), {}],
    ]
    for (const [client, place] of joins) {
      const { snapshot } = await client.ask('live:join', { protocol: 1, ...place })
      expect(snapshot.messages.map((message: Message) => message.id)).toEqual([long.id])
      const { patch } = await client.ask('live:join', { protocol: 1, ...place, since })
      expect(patch.drop).toEqual({ messages: [short.id] })
      expect(patch).not.toHaveProperty('put')
    }
    expect((await seenAt('host', short.id)).error.code).toBe('message.not_found')
  })

  it('without an end vanish from a panel after a minute, and stand elsewhere until they were seen', async () => {
    const clock = falseClock(house)
    const { id, at } = await send()
    await settled()
    expect(here.panel.messages.get(id).until).toBe(new Date(Date.parse(at) + 60_000).toISOString())
    expect(here.host.messages.get(id).until).toBeNull()
    const since = await headOf(programId)
    clock.on(60_000)
    const panel = await screens.panel.connect(house.addresses[0])
    expect((await panel.ask('live:join', { protocol: 1 })).snapshot.messages).toEqual([])
    const { patch } = await panel.ask('live:join', { protocol: 1, since })
    expect(patch.drop).toEqual({ messages: [id] })
    expect(await seenAt('host', id)).toEqual({ ok: true })
    await settled()
    expect(here.host.messages.get(id)).toMatchObject({ seen: true })
    expect(here.producer.messages.get(id).seen).toHaveLength(1)
  })

  it('go with the wipe of a rehearsal and with the closing of the books, from everybody who stayed', async () => {
    const rehearsal = await house.program('draft')
    await producer.post(`/api/programs/${rehearsal}/rehearsal`, { id: randomUUID(), on: true })
    for (const phase of ['open', 'live']) await producer.phase(rehearsal, phase)
    const end: Record<string, () => Promise<unknown>> = {
      [rehearsal]: () => producer.delete(`/api/programs/${rehearsal}/rehearsal`),
      [programId]: async () => {
        await producer.phase(programId, 'ended')
        await moderator.phase(programId, 'closed')
      },
    }
    for (const [id, over] of Object.entries(end)) {
      programId = id
      await everybody()
      const all = await send({ text: 'zqx' })
      const named = await send({ to: [screens.speaker.id] })
      await settled()
      expect(holders(all.id)).toHaveLength(5)
      await over()
      await settled()
      expect([...holders(all.id), ...holders(named.id)]).toEqual([])
      for (const kind of ['panel', 'overlay'] as const)
        expect(JSON.stringify(here[kind].heard)).not.toContain(named.id)
      expect(
        (await (await producer.socket()).ask('live:join', { protocol: 1, programId })).snapshot.messages,
      ).toEqual([])
    }
    expect(await house.database.query(`SELECT 1 FROM message WHERE text LIKE '%zqx%'`)).toEqual([])
  })

  it('reach a secretary who is the producer as well', async () => {
    const both = await newPerson(house, { roles: ['secretary', 'producer'], programId })
    const desk = await both.join(programId)
    const { id } = await send({ to: 'producers' })
    await desk.until(() => desk.messages.has(id))
    expect([...(await both.join(programId)).messages.keys()]).toEqual([id])
    expect((await both.post(`/api/messages/${id}/seen`, { id: randomUUID() })).message.seen).toHaveLength(1)
  })

  it('follow a screen that changes its kind: onto the glass, and off what is on television', async () => {
    const { id } = await send()
    const { speaker } = screens
    const turn = async (kind: Kind) => {
      const paired = here.speaker.next('screen:paired')
      await producer.patch(`/api/screens/${speaker.id}`, { id: randomUUID(), kind })
      await paired
      await here.speaker.join()
    }
    await here.speaker.until(() => here.speaker.messages.has(id))
    await turn('overlay')
    expect(here.speaker.messages.size).toBe(0)
    await send()
    await settled()
    expect(here.speaker.messages.size).toBe(0)
    await turn('host')
    expect(here.speaker.messages.size).toBe(2)
  })
})
