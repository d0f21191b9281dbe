import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'

/** What one instance knows, the other shows within this time. */
const SOON_MS = 1000

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
})
