import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListEntry, Speaker } from '../../protocol/program.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'

describe('the panel and the lists of a programme', () => {
  let house: House
  let admin: Desk
  let producer: Desk
  let moderator: Desk
  beforeAll(async () => {
    house = await House.open()
    admin = await house.as('quantri')
    producer = await house.as('daodien')
    moderator = await house.as('duyet1')
  })
  afterAll(() => house.close())

  const put = (programId: string, list: string, entries: object[], status = 200, desk = producer) =>
    desk.put(`/api/programs/${programId}/${list}`, { id: randomUUID(), [list]: entries }, status)
  const topicsOf = async (id: string): Promise<ListEntry[]> =>
    (await producer.get(`/api/programs/${id}/topics`)).topics
  const speakersOf = async (id: string): Promise<Speaker[]> =>
    (await producer.get(`/api/programs/${id}/speakers`)).speakers

  it.each(['draft', 'open'] as const)('are put whole while the programme is in %s', async phase => {
    const id = await house.program(phase)
    const [first, second] = await topicsOf(id)
    const { topics } = await put(id, 'topics', [
      { name: 'Mới', code: 'new' },
      { id: second!.id, version: second!.version, name: 'Đổi tên' },
    ])
    expect(topics.slice(0, 2)).toMatchObject([
      { name: 'Mới', code: 'new', version: 1, retiredAt: null },
      { id: second!.id, name: 'Đổi tên', version: 2, retiredAt: null },
    ])
    const retired = topics.find((topic: ListEntry) => topic.id === first!.id)
    expect(retired).toMatchObject({ name: first!.name, retiredAt: expect.any(String), version: 2 })
    expect(await topicsOf(id)).toEqual(topics)
  })

  it('keep a retired entry under the questions that name it, and let it be taken back', async () => {
    const id = await house.program('open')
    const [topic] = await topicsOf(id)
    const question = await moderator.log('câu', { topicId: topic!.id }, id)
    await put(id, 'topics', [])
    await moderator.move(question, 'approve')
    const [retired] = await topicsOf(id)
    expect((await put(id, 'topics', [{ id: retired!.id, name: retired!.name }])).topics[0]).toMatchObject({
      id: topic!.id,
      retiredAt: null,
    })
  })

  it('refuse an entry that somebody else changed meanwhile, and show the list', async () => {
    const id = await house.program('open')
    const [topic, ...others] = await topicsOf(id)
    await put(id, 'topics', [{ ...topic, name: 'trước' }, ...others], 200, admin)
    const refused = await put(id, 'topics', [{ ...topic, name: 'sau' }, ...others], 409)
    expect(refused.error.code).toBe('list.stale')
    expect(refused.error.details.entries[0]).toMatchObject({ id: topic!.id, name: 'trước', version: 2 })
  })

  it('lose nothing of two who put them at once: the later one is told, and shown what is there', async () => {
    const id = await house.program('open')
    const [panel, topics] = [await speakersOf(id), await topicsOf(id)]
    const seen = topics.map(({ id: entryId, version }) => ({ id: entryId, version }))
    const change = (list: string, entries: object[], was: object[], status = 200) =>
      producer.put(`/api/programs/${id}/${list}`, { id: randomUUID(), was, [list]: entries }, status)

    const { speakers } = await put(id, 'speakers', [...panel, { name: 'Người thêm' }], 200, admin)
    const late = [{ ...panel[0], post: 'Chức vụ mới' }, ...panel.slice(1)]
    const refused = await change('speakers', late, panel, 409)
    expect(refused.error).toMatchObject({ code: 'list.stale', details: { speakers } })
    expect(await speakersOf(id)).toEqual(speakers)
    expect((await change('speakers', late, speakers)).speakers).toEqual(late)

    const { topics: added } = await put(id, 'topics', [...topics, { name: 'Mục thêm' }], 200, admin)
    expect((await change('topics', topics, seen, 409)).error).toMatchObject({
      code: 'list.stale',
      details: { entries: added },
    })
    expect(await topicsOf(id)).toEqual(added)
    await put(id, 'topics', added.toReversed(), 200, admin)
    const turned = added.map(({ id: entryId, version }: ListEntry) => ({ id: entryId, version }))
    await change('topics', added, turned, 409)
    await change('topics', added, turned.toReversed())
    expect(await topicsOf(id)).toEqual(added)
  })

  it('may be added to on air by whoever leaves out what was retired before', async () => {
    const id = await house.program('open')
    const topics = await topicsOf(id)
    await put(id, 'topics', topics.slice(1))
    await producer.phase(id, 'live')
    const added = await put(id, 'topics', [...(await topicsOf(id)).slice(0, -1), { name: 'Thêm' }])
    expect(added.topics.at(-1)).toMatchObject({
      id: topics[0]!.id,
      retiredAt: expect.any(String),
      version: 2,
    })
  })

  it('show the producer a number once it became a hotline, also in what waits', async () => {
    const id = await house.program('open')
    const question = await moderator.log('câu', {}, id)
    const revise = { id: randomUUID(), version: 1, wording: 'Gọi 0912 345 678' }
    await moderator.patch(`/api/questions/${question.id}`, revise)
    const desk = await producer.join(id)
    expect(desk.questions.get(question.id).wording).toBe('Gọi •••')
    const lines = (await producer.get(`/api/programs/${id}/lines`)).lines
    await put(id, 'lines', [...lines, { name: '0912.345.678' }])
    await desk.until(() => desk.questions.get(question.id).wording === revise.wording)
  })

  it('may only be added to once the programme is live', async () => {
    const id = await house.program('live')
    const topics = await topicsOf(id)
    const added = await put(id, 'topics', [...topics, { name: 'Thêm' }])
    expect(added.topics).toHaveLength(topics.length + 1)
    for (const entries of [[], topics.slice(1), [{ ...topics[0], name: 'Khác' }, ...topics.slice(1)]])
      expect((await put(id, 'topics', [...entries, { name: 'Thêm nữa' }], 409)).error.code).toBe(
        'program.phase_not_possible',
      )
    const speakers = await speakersOf(id)
    await put(id, 'speakers', [...speakers, { name: 'Người thứ tư' }])
    await put(id, 'speakers', speakers.slice(1), 409)
    await put(id, 'speakers', [{ ...speakers[0], post: 'khác' }, ...speakers.slice(1)], 409)
    expect((await speakersOf(id)).at(-1)).toMatchObject({
      name: 'Người thứ tư',
      honorific: 'Ông/Bà',
      seat: 4,
    })
  })

  it('know no entry of another programme, and no other list under the name', async () => {
    const id = await house.program('open')
    const [foreign] = await topicsOf(house.programId)
    expect((await put(id, 'topics', [foreign!], 404)).error.code).toBe('list.not_found')
    const [speaker] = await speakersOf(house.programId)
    expect((await put(id, 'speakers', [speaker!], 404)).error.code).toBe('list.not_found')
    const body = { id: randomUUID(), agencies: [] }
    await producer.put(`/api/programs/${id}/topics`, body, 400)
    await producer.put(`/api/programs/${id}/topics`, { ...body, topics: [] }, 400)
    await put(id, 'pets', [], 404)
  })

  it('take a speaker off the panel without taking him out of what was said', async () => {
    const id = await house.program('open')
    const [first, ...others] = await speakersOf(id)
    const question = await moderator.log('câu', {}, id)
    await moderator.move(question, 'approve', { leadSpeakerId: first!.id })
    expect((await put(id, 'speakers', others)).speakers).toEqual(others)
    const { questions } = await moderator.get(`/api/programs/${id}/questions`)
    expect(questions[0].leadSpeakerId).toBe(first!.id)
    const other = await moderator.log('câu nữa', {}, id)
    await moderator.move(other, 'approve', { leadSpeakerId: first!.id }, 400)
  })

  it('are written by administrators and producers, and once for the same command', async () => {
    const id = await house.program('open')
    await put(id, 'topics', [], 403, moderator)
    await put(id, 'speakers', [], 403, await house.as('thuky1'))
    const command = { id: randomUUID(), lines: [{ name: '1900 1234', code: 'hotline' }] }
    const first = await admin.put(`/api/programs/${id}/lines`, command)
    expect(await admin.put(`/api/programs/${id}/lines`, command)).toEqual(first)
  })

  it('let a new reason refuse, and a new line be spoken on air', async () => {
    const id = await house.program('open')
    const reasons = (await producer.get(`/api/programs/${id}/reasons`)).reasons
    await put(id, 'reasons', [...reasons, { code: 'too_late', name: 'Quá giờ' }])
    const lines = (await producer.get(`/api/programs/${id}/lines`)).lines
    await put(id, 'lines', [...lines, { name: '0912.345.678' }])
    const question = await moderator.log('câu', {}, id)
    await moderator.move(question, 'approve', { wording: 'Gọi 0912 345 678' })
    const other = await moderator.log('câu', {}, id)
    await moderator.move(other, 'reject', { reason: { code: 'too_late' } })
  })
})
