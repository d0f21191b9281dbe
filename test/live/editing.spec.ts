import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { People, type PersonHere } from '../../protocol/live.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'
import { expectView } from '../support/slips.js'

describe('who is here and what they work on', () => {
  let house: House
  let lan: Desk
  let moderator: Desk
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    lan = await house.as('thuky1')
    moderator = await house.as('duyet1', { instance: 1 })
  })
  afterAll(() => house.close())

  const people = (client: LiveClient): PersonHere[] =>
    client.heard.filter(heard => heard.event === 'live:people').at(-1)?.payload.people ?? []
  const here = (client: LiveClient, name: string) => people(client).find(person => person.name === name)

  it('is seen by the others, also on another server, and is gone with the socket', async () => {
    const question = await lan.log('đang sửa')
    const desk = await moderator.join()
    const hers = await lan.join()
    await desk.until(() => here(desk, 'thuky1'))
    expectView(People, { people: people(desk) })
    expect(here(desk, 'thuky1')).toMatchObject({ roles: ['secretary'], editing: null })
    expect(await hers.ask('desk:editing', { questionId: question.id })).toEqual({ ok: true, samePhone: [] })
    await desk.until(() => here(desk, 'thuky1')?.editing === question.id)
    await hers.ask('desk:editing', { questionId: null })
    await desk.until(() => here(desk, 'thuky1')?.editing === null)
    await hers.ask('desk:editing', { questionId: question.id })
    await desk.until(() => here(desk, 'thuky1')?.editing === question.id)
    hers.close()
    await desk.until(() => here(desk, 'duyet1') && !here(desk, 'thuky1'))
  })

  it('raises neither a version nor a revision', async () => {
    const question = await lan.log('không đổi')
    const desk = await lan.join()
    await desk.ask('desk:editing', { questionId: question.id })
    await desk.until(() => desk.questions.has(question.id))
    const before = desk.revision
    const { question: approved, revision } = await moderator.move(question, 'approve')
    expect([approved.version, revision]).toEqual([2, before + 1])
  })

  it('says who else has a caller of the same number on the line, however it is written', async () => {
    const mai = await (await house.as('thuky2', { instance: 1 })).join()
    const hers = await lan.join()
    await hers.ask('desk:editing', { questionId: null, phone: '0939.000.112' })
    const { samePhone } = await mai.ask('desk:editing', { questionId: null, phone: '+84 939 000 112' })
    expect(samePhone).toEqual([{ accountId: expect.any(String), name: 'thuky1' }])
    const other = await mai.ask('desk:editing', { questionId: null, phone: '0918000245' })
    expect(other.samePhone).toEqual([])
    await hers.ask('desk:editing', { questionId: null })
    const late = await mai.ask('desk:editing', { questionId: null, phone: '0939000112' })
    expect(late.samePhone).toEqual([])
    expect(JSON.stringify(people(mai))).not.toContain('939000112')
  })

  it('tells a producer nothing of a number, and keeps none in the clear', async () => {
    const producer = await (await house.as('daodien')).join()
    const hers = await lan.join()
    await hers.ask('desk:editing', { questionId: null, phone: '0939000112' })
    const asked = await producer.ask('desk:editing', { questionId: null, phone: '0939000112' })
    expect(asked).toEqual({ ok: true, samePhone: [] })
    const rows = await house.database.query('SELECT t::text AS row FROM presence t')
    expect(JSON.stringify(rows)).not.toMatch(/939000112/)
  })

  it('names a person once, whatever the number of his windows, and no screen at all', async () => {
    const desk = await moderator.join()
    await moderator.join()
    await (await house.screen('panel')).join()
    await desk.until(() => here(desk, 'duyet1'))
    expect(people(desk).filter(person => person.name === 'duyet1')).toHaveLength(1)
    const panel = await (await house.screen('panel')).join()
    expect((await panel.ask('desk:editing', { questionId: null })).error.code).toBe('access.not_allowed')
    expect(panel.heard.map(heard => heard.event)).not.toContain('live:people')
  })

  it('leaves the programme that a desk turned away from', async () => {
    const programId = await house.program('live')
    lan.leave()
    const desk = await moderator.join()
    const hers = await lan.join()
    await desk.until(() => here(desk, 'thuky1'))
    await hers.join({ programId })
    await desk.until(() => !here(desk, 'thuky1'))
    const before = hers.heard.length
    const { revision } = (await moderator.move(await lan.log('ở đây'), 'approve')) as { revision: number }
    await desk.until(() => desk.revision >= revision)
    expect(hers.heard.slice(before).filter(heard => heard.event === 'live:patch')).toEqual([])
  })

  it('is asked only of somebody who joined', async () => {
    const socket = await lan.socket()
    expect((await socket.ask('desk:editing', { questionId: null })).error.code).toBe('program.not_found')
  })
})
