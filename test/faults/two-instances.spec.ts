import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Desk } from '../support/desk.js'
import { SOON_MS } from '../support/eventually.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'
import { Screen } from '../support/screen.js'

const latest = (client: LiveClient, event: string) =>
  client.heard.filter(heard => heard.event === event).at(-1)?.payload

describe('two instances on one database', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
  })
  afterAll(() => house.close())

  it('show each other’s changes, both ways', async () => {
    const here = await house.as('duyet1', { instance: 0 })
    const there = await house.as('duyet2', { instance: 1 })
    const [panelHere, panelThere] = [
      await house.screen('panel'),
      await house.screen('panel', { instance: 1 }),
    ]
    const screens = [await panelHere.join(), await panelThere.join()]
    const desks = [await here.join(), await there.join()]

    for (const [writer, reader] of [
      [here, there],
      [there, here],
    ] as const) {
      const logged = await writer.log('Câu hỏi cho cả hai bên')
      for (const desk of desks) await desk.until(() => desk.questions.has(logged.id), SOON_MS)
      // What one of them wrote, the other may decide at once.
      const { question } = await reader.move(logged, 'approve')
      for (const screen of screens)
        await screen.until(() => screen.questions.get(logged.id)?.state === 'approved', SOON_MS)
      await writer.move(question, 'withdraw')
      for (const screen of screens) await screen.until(() => !screen.questions.has(logged.id), SOON_MS)
    }
  })

  it('know who sits at the other’s desks, what they edit, and that they left', async () => {
    const here = await house.as('duyet1', { instance: 0 })
    const there = await house.as('thuky2', { instance: 1 })
    const desk = await here.join()
    const names = () => latest(desk, 'live:people')?.people.map((person: { name: string }) => person.name)
    const other = await there.join()
    await desk.until(() => names()?.includes('thuky2'), SOON_MS)

    const question = await there.log('Câu đang sửa')
    expect(await other.ask('desk:editing', { questionId: question.id })).toMatchObject({ ok: true })
    await desk.until(
      () =>
        latest(desk, 'live:people').people.some(
          (person: { name: string; editing: string }) =>
            person.name === 'thuky2' && person.editing === question.id,
        ),
      SOON_MS,
    )
    other.close()
    await desk.until(() => names()?.includes('thuky2') === false, SOON_MS)
  })

  it('pass on what a screen at the other has painted', async () => {
    const moderator = await house.as('duyet1', { instance: 0 })
    const screen = await house.screen('panel', { instance: 1 })
    const panel = await screen.join()
    const desk = await moderator.join()
    const question = await moderator.approved('Câu đã lên màn hình')
    await panel.until(() => panel.questions.has(question.id))
    const painted = [{ questionId: question.id, version: question.version, place: 'next' }]
    expect(await panel.ask('screen:painted', { painted, revision: panel.revision })).toEqual({ ok: true })
    const receipt = () =>
      latest(desk, 'live:receipts')?.screens.find((one: { screenId: string }) => one.screenId === screen.id)
    await desk.until(() => receipt()?.painted.length === 1, SOON_MS)
    expect(receipt()).toMatchObject({ connected: true, painted })
    screen.leave()
    await desk.until(() => receipt()?.connected === false, SOON_MS)
  })

  it('end a session of the other at once: sockets cut, requests refused', async () => {
    const here = await house.as('duyet2', { instance: 0 })
    const there = new Desk(house.addresses[1]!, house.programId)
    there.cookie = here.cookie
    const sockets = [await here.join(), await there.join()]
    await here.delete('/api/session', undefined, 204)
    for (const socket of sockets) {
      await socket.until(() => latest(socket, 'session:ended'), SOON_MS)
      await socket.until(() => !socket.socket.connected, SOON_MS)
    }
    expect(await there.ask('GET', '/api/session')).toMatchObject({ status: 401 })
    there.leave()
  })

  it('cut a screen of the other when it is revoked, and send it on when it is pointed elsewhere', async () => {
    const producer = await house.as('daodien', { instance: 0 })
    const elsewhere = await house.program('live')
    const moved = await house.screen('panel', { instance: 1 })
    const revoked = await house.screen('panel', { instance: 1 })
    const [mover, goner] = [await moved.join(), await revoked.join()]

    await producer.patch(`/api/screens/${moved.id}`, { id: randomUUID(), programId: elsewhere })
    await mover.until(() => latest(mover, 'screen:paired'), SOON_MS)
    expect((await mover.join()) as object).toMatchObject({ snapshot: { programId: elsewhere } })

    await producer.delete(`/api/screens/${revoked.id}`, { id: randomUUID() }, 204)
    await goner.until(() => latest(goner, 'session:ended')?.code === 'screen.revoked', SOON_MS)
    await goner.until(() => !goner.socket.connected, SOON_MS)
    await expect(revoked.connect()).rejects.toMatchObject({ data: { code: 'screen.revoked' } })
  })

  it('pair a screen that waits at the one by the code that is typed at the other', async () => {
    const producer = await house.as('daodien', { instance: 0 })
    const waiting = await Screen.ask(house.addresses[1]!)
    const live = await waiting.connect()
    expect((await live.ask('live:join', { protocol: 1 })).error.code).toBe('screen.not_paired')
    const command = { id: randomUUID(), code: waiting.code, label: 'Màn hình bên kia', kind: 'panel' }
    await producer.post(`/api/programs/${house.programId}/screens`, command, 201)
    await live.until(() => latest(live, 'screen:paired'), SOON_MS)
    expect(await live.join()).toMatchObject({ snapshot: { me: { label: 'Màn hình bên kia' } } })
    waiting.leave()
  })

  it('carry a message to the other’s screen, and back that it was seen there', async () => {
    const producer = await house.as('daodien', { instance: 0 })
    const desk = await producer.join()
    const speaker = await (await house.screen('speaker', { instance: 1 })).join()
    const said = { id: randomUUID(), text: 'Còn 30 giây', to: 'all' }
    await producer.post(`/api/programs/${house.programId}/messages`, said, 201)
    await speaker.until(() => speaker.messages.get(said.id)?.text === 'Còn 30 giây', SOON_MS)
    expect(await speaker.ask('screen:answer', { messageId: said.id, answer: 'seen' })).toEqual({ ok: true })
    await desk.until(() => desk.messages.get(said.id)?.seen.length === 1, SOON_MS)
  })

  it('pass on what a speaker at the other has read', async () => {
    const moderator = await house.as('duyet1', { instance: 0 })
    const desk = await moderator.join()
    const screen = await house.screen('speaker', { instance: 1 })
    const speaker = await screen.join()
    const { id } = await moderator.approved('Câu diễn giả đọc')
    await speaker.until(() => speaker.questions.has(id))
    expect(await speaker.ask('screen:answer', { questionId: id, answer: 'read' })).toEqual({ ok: true })
    const read = () =>
      latest(desk, 'live:receipts')?.screens.find((one: { screenId: string }) => one.screenId === screen.id)
        ?.read
    await desk.until(() => read()?.[0]?.questionId === id, SOON_MS)
  })

  it('hold to one phase, one blank, one holder of the air and the same lists', async () => {
    const programId = await house.program('live')
    const producer = await house.as('daodien', { instance: 0 })
    const moderator = await house.as('duyet1', { instance: 1 })
    const question = await moderator.approved('Câu trước tạm dừng', {}, programId)
    const desk = await moderator.join(programId)
    const panel = await (await house.screen('panel', { instance: 1, programId })).join()

    await producer.put(`/api/programs/${programId}/blank`, { id: randomUUID(), on: true })
    await panel.until(() => panel.program.blank, SOON_MS)
    const holder = await house.as('duyet2', { instance: 0 })
    await holder.put(`/api/programs/${programId}/air`, { id: randomUUID() })
    await desk.until(() => desk.program.airHolder?.name === 'duyet2', SOON_MS)
    const { topics } = await producer.get(`/api/programs/${programId}/topics`)
    const topic = { name: 'Lĩnh vực mới thêm' }
    await producer.put(`/api/programs/${programId}/topics`, { id: randomUUID(), topics: [...topics, topic] })
    const added = await desk.until(
      () => desk.program.topics.find(({ name }: { name: string }) => name === topic.name),
      SOON_MS,
    )
    await moderator.log('Câu của lĩnh vực mới', { topicId: added.id }, programId)
    await producer.phase(programId, 'ended')
    const refused = await moderator.move(question, 'take', { believedOnAirId: null }, 409)
    expect(refused.error.code).toBe('program.not_open')
  })

  it('wipe a rehearsal at the other too: from its screens and desks, and for the slips that come late', async () => {
    const programId = await house.program('draft')
    const producer = await house.as('daodien', { instance: 0 })
    const there = await house.as('duyet1', { instance: 1 })
    await producer.post(`/api/programs/${programId}/rehearsal`, { id: randomUUID(), on: true })
    for (const phase of ['open', 'live']) await producer.phase(programId, phase)
    await there.approved('Câu thử', {}, programId)
    const desk = await there.join(programId)
    const panel = await (await house.screen('panel', { instance: 1, programId })).join()
    expect([desk.questions.size, panel.questions.size]).toEqual([1, 1])
    const { run } = desk.program
    await producer.delete(`/api/programs/${programId}/rehearsal`)
    await desk.until(() => desk.questions.size === 0 && desk.program.run === run + 1, SOON_MS)
    await panel.until(() => panel.questions.size === 0, SOON_MS)
    await producer.phase(programId, 'open')
    const late = { id: randomUUID(), verbatim: 'Phiếu của lần thử trước', run }
    const answer = await there.ask('POST', `/api/programs/${programId}/questions`, late)
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'program.other_run' } } })
    expect(await there.log('Câu thật', {}, programId)).toMatchObject({ number: 1 })
  })
})
