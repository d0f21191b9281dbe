import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import { Clock } from '../../server/ledger/clock.js'
import type { Desk } from '../support/desk.js'
import { Figures } from '../support/told-figures.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'
import { upgrade } from '../support/upgrade.js'

const COUNT = (move: string) => `doithoai_key_to_glass_seconds_count{move="${move}"}`
const SUM = (move: string) => `doithoai_key_to_glass_seconds_sum{move="${move}"}`

describe('the figures of the live side', () => {
  let house: House
  let moderator: Desk
  let panel: LiveClient
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
    panel = await (await house.screen('panel')).join()
  })
  afterAll(() => house.close())

  const read = () => Figures.read(moderator)
  const has = (client: LiveClient, question: StaffQuestion) =>
    client.until(() => client.questions.get(question.id)?.version === question.version)
  const paint = (client: LiveClient, question: StaffQuestion, place: string) =>
    client.ask('screen:painted', {
      painted: [{ questionId: question.id, version: question.version, place }],
      revision: client.revision,
    })

  it('count an approval and a take when the screen says that they stand on its glass, and only once', async () => {
    const before = await read()
    const { revision } = panel
    const logged = await moderator.log('Câu lên kính')
    // Told by itself: a patch that tells of several has no single key.
    await panel.until(() => panel.revision > revision)
    const { question: approved } = await moderator.move(logged, 'approve')
    await has(panel, approved)
    expect((await read()).of(COUNT('approve'))).toBe(before.of(COUNT('approve')))
    for (const _ of [1, 2, 3]) await paint(panel, approved, 'next')
    const { question: taken } = await moderator.take(approved, null)
    await has(panel, taken)
    await paint(panel, taken, 'now')
    const after = await read()
    for (const move of ['approve', 'take']) {
      expect(after.of(COUNT(move)) - before.of(COUNT(move))).toBe(1)
      const took = after.of(SUM(move)) - before.of(SUM(move))
      expect(took).toBeGreaterThan(0)
      expect(took).toBeLessThan(15)
    }
    expect(after.of('doithoai_receipts_total') - before.of('doithoai_receipts_total')).toBe(4)
    expect(after.of('doithoai_patches_sent_total{audience="screen"}')).toBeGreaterThanOrEqual(2)
    await moderator.move(taken, 'answer')
  })

  it('do not take a screen that was away for a slow one', async () => {
    const screen = await house.screen('host')
    const away = await screen.join()
    away.close()
    const before = await read()
    const approved = await moderator.approved('Câu lúc màn hình vắng')
    const back = await screen.join()
    await paint(back, approved, 'list')
    const after = await read()
    expect(after.of('doithoai_receipts_total') - before.of('doithoai_receipts_total')).toBe(1)
    expect(after.of(COUNT('approve'))).toBe(before.of(COUNT('approve')))
    screen.leave()
  })

  it('tell of a screen that does not show what is on air, until it does or shall not', async () => {
    const question = await moderator.approved('Câu chưa lên')
    const clock = house.app.get(Clock)
    const takenAt = clock.monotonic()
    const secondsLater = (seconds: number) => (clock.monotonic = () => takenAt + seconds * 1000)
    secondsLater(0)
    const { question: taken } = await moderator.take(question, null)
    await has(panel, taken)
    const notRight = async () => (await read()).of('doithoai_screens_not_right')
    await paint(panel, taken, 'list')
    secondsLater(2.9)
    expect(await notRight()).toBe(0)
    secondsLater(3.1)
    expect(await notRight()).toBe(1)
    await paint(panel, taken, 'now')
    expect(await notRight()).toBe(0)
    await paint(panel, taken, 'list')
    expect(await notRight()).toBe(1)
    const blank = `/api/programs/${house.programId}/blank`
    await moderator.put(blank, { id: randomUUID(), on: true })
    await panel.until(() => panel.program.blank)
    expect(await notRight()).toBe(0)
    await moderator.put(blank, { id: randomUUID(), on: false })
    await moderator.move(taken, 'answer')
    clock.monotonic = () => performance.now()
  })

  it('know who is connected, by audience', async () => {
    const secretary = await house.as('thuky1')
    const sockets = async (audience: string) => (await read()).of(`doithoai_sockets{audience="${audience}"}`)
    const before = await sockets('secretary')
    const joining = await sockets('joining')
    const socket = await secretary.socket()
    expect(await sockets('joining')).toBe(joining + 1)
    await socket.join({ programId: house.programId })
    expect([await sockets('secretary'), await sockets('joining')]).toEqual([before + 1, joining])
    expect(await sockets('panel')).toBe(1)
    socket.close()
    await vi.waitUntil(async () => (await sockets('secretary')) === before, { timeout: 10_000 })
  })

  it('count what was refused before anybody was let in, and whose session ended', async () => {
    const before = await read()
    expect(await upgrade(moderator.address, { origin: 'https://elsewhere.example' })).toBe('refused')
    const nobody = house.stranger()
    const refusal = await nobody.socket().catch((fault: { data: object }) => fault.data)
    expect(refusal).toEqual({ code: 'access.signed_out', requestId: expect.any(String) })
    const leaving = await house.as('thuky2')
    const socket = await leaving.join()
    await leaving.delete('/api/session', undefined, 204)
    await socket.until(() => !socket.socket.connected)
    const after = await read()
    for (const name of [
      'doithoai_refusals_total{channel="upgrade",code="access.not_allowed"}',
      'doithoai_refusals_total{channel="handshake",code="access.signed_out"}',
      'doithoai_sockets_cut_total{reason="ended"}',
    ])
      expect([name, after.of(name) - before.of(name)]).toEqual([name, 1])
  })

  it('count a socket that is cut for its flood, and what it was refused before', async () => {
    const before = await read()
    const flooder = await (await house.as('thuky1')).join()
    for (let index = 0; index < 5000; index++) flooder.socket.emit('nobody:knows', {})
    await flooder.until(() => !flooder.socket.connected)
    const after = await read()
    const rise = (name: string) => after.of(name) - before.of(name)
    expect(rise('doithoai_sockets_cut_total{reason="flood"}')).toBeGreaterThanOrEqual(1)
    expect(rise('doithoai_refusals_total{channel="socket",code="access.too_many"}')).toBeGreaterThan(100)
    expect(after.of('doithoai_sockets_cut_total{reason="slow"}')).toBe(0)
  })
})
