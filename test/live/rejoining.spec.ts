import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Patch } from '../../protocol/live.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'
import { expectView } from '../support/slips.js'

describe('joining again with what one has', () => {
  let house: House
  let moderator: Desk
  let producer: Desk
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
    producer = await house.as('daodien')
  })
  afterAll(() => house.close())

  const join = async (client: LiveClient, join: object) => client.ask('live:join', { protocol: 1, ...join })
  const revisionOf = async (programId: string) =>
    (
      await house.database.query<{ revision: number }>('SELECT revision FROM program WHERE id = $1', [
        programId,
      ])
    )[0]!.revision

  it('gives one patch of all that was missed, made from what is there now', async () => {
    const programId = await house.program('live')
    const desk = await moderator.join(programId)
    const since = desk.revision
    desk.close()
    const kept = await moderator.approved('còn', {}, programId)
    const gone = await moderator.approved('thu hồi', {}, programId)
    await moderator.move(gone, 'withdraw')
    const diverted = await moderator.log('chuyển', {}, programId)
    await moderator.move(diverted, 'divert', { confirmNumber: diverted.number })
    const { patch } = await join(await moderator.socket(), { programId, since })
    expectView(Patch, patch)
    expect(patch).toMatchObject({ programId, from: since, revision: await revisionOf(programId) })
    expect(patch.put.questions.map((question: any) => [question.id, question.state])).toEqual([
      [kept.id, 'approved'],
      [gone.id, 'pending'],
    ])
    expect(patch.drop).toEqual({ questions: [diverted.id] })
    expect(patch.put).not.toHaveProperty('program')
  })

  it('gives a screen what was approved, and drops what left', async () => {
    const programId = await house.program('live')
    const screen = await house.screen('panel', { programId })
    const leaving = await moderator.approved('sẽ rời', {}, programId)
    const { revision: since } = await screen.join()
    screen.leave()
    await moderator.move(leaving, 'withdraw')
    const never = await moderator.log('chưa duyệt', {}, programId)
    const come = await moderator.approved('mới', {}, programId)
    const { patch } = await join(await screen.connect(), { since })
    expectView(Patch, patch)
    expect(patch.put.questions.map((question: any) => question.id)).toEqual([come.id])
    expect(patch.drop.questions).toEqual([leaving.id])
    expect(JSON.stringify(patch)).not.toContain(never.id)
    expect(patch).not.toHaveProperty('cause')
  })

  it('gives an empty patch to whoever missed nothing', async () => {
    const programId = await house.program('live')
    const since = await revisionOf(programId)
    const { patch } = await join(await moderator.socket(), { programId, since })
    expect(patch).toMatchObject({ from: since, revision: since })
    expect(patch).not.toHaveProperty('put')
    expect(patch).not.toHaveProperty('drop')
  })

  it('gives a patch within 500 revisions and everything beyond', async () => {
    const programId = await house.program('live')
    const since = await revisionOf(programId)
    const [a, b] = [
      await moderator.approved('a', {}, programId),
      await moderator.approved('b', {}, programId),
    ]
    const command = (index: number) => ({
      id: randomUUID(),
      questionId: index % 2 ? a.id : b.id,
      after: null,
    })
    for (let index = 0; index < 500; index += 20)
      await Promise.all(
        Array.from({ length: 20 }, (_, offset) =>
          moderator.post(`/api/programs/${programId}/order`, command(index + offset)),
        ),
      )
    const head = await revisionOf(programId)
    expect(head).toBe(since + 504)
    const far = await join(await moderator.socket(), { programId, since: head - 501 })
    expect(far.snapshot).toMatchObject({ revision: head })
    const near = await join(await moderator.socket(), { programId, since: head - 500 })
    expect(near.patch).toMatchObject({ from: head - 500, revision: head })
    expect(near.patch.put.questions).toHaveLength(2)
  })

  it('gives everything to whoever is ahead of the head, however far', async () => {
    const programId = await house.program('live')
    const head = await revisionOf(programId)
    for (const since of [head + 1, 2 ** 31, Number.MAX_SAFE_INTEGER])
      expect((await join(await moderator.socket(), { programId, since })).snapshot).toMatchObject({
        revision: head,
      })
    for (const since of [-1, 1.5, '1'])
      expect((await join(await moderator.socket(), { programId, since })).error.code).toBe('request.invalid')
  })

  it('gives a young programme as one patch to whoever has nothing of it yet', async () => {
    const programId = await house.program('live')
    const { patch } = await join(await moderator.socket(), { programId, since: 0 })
    expect(patch).toMatchObject({ from: 0, put: { program: { id: programId } } })
  })

  it('gives everything across a wipe, and the wipe itself drops everything from who stayed', async () => {
    const programId = await house.program('draft')
    await producer.post(`/api/programs/${programId}/rehearsal`, { id: randomUUID(), on: true })
    for (const phase of ['open', 'live']) await producer.phase(programId, phase)
    await moderator.approved('thử một', {}, programId)
    await moderator.log('thử hai', {}, programId)
    const stayed = await moderator.join(programId)
    const panel = await (await house.screen('panel', { programId })).join()
    expect([stayed.questions.size, panel.questions.size]).toEqual([2, 1])
    await producer.delete(`/api/programs/${programId}/rehearsal`)
    await stayed.until(() => stayed.questions.size === 0)
    await panel.until(() => panel.questions.size === 0)
    expect(stayed.program).toMatchObject({ run: 2, phase: 'draft' })
    expect(panel.applied.at(-1)!.drop!.questions).toHaveLength(1)
    await producer.phase(programId, 'open')
    const fresh = await moderator.log('sau', {}, programId)
    const { snapshot } = await join(await moderator.socket(), { programId, since: stayed.revision - 3 })
    expect(snapshot.questions.map((question: any) => question.id)).toEqual([fresh.id])
  })

  it('always gives an overlay everything, for it is little', async () => {
    const screen = await house.screen('overlay')
    const { revision } = await screen.join()
    expect((await join(await screen.connect(), { since: revision })).snapshot).toMatchObject({ revision })
  })
})
