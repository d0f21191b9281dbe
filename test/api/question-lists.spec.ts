import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { caller, faultPaths } from '../support/slips.js'

describe('finding questions', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let producer: Desk
  let program: any
  let path: string
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
    producer = await house.as('daodien')
    program = (await secretary.get(`/api/programs/${house.programId}`)).program
    path = `/api/programs/${house.programId}/questions`
    const topicId = program.topics[0].id
    const agencyId = program.agencies[0].id
    await secretary.log('Sổ đỏ hoà giải', {
      topicId,
      caller: caller({ name: 'Bí Danh', mayReadName: false }),
    })
    await secretary.log('Đường hư', { agencyId, note: 'đã gọi hai lần' })
    const third = await secretary.log('Ngập nước', { topicId, agencyId })
    await moderator.move(third, 'approve', { wording: 'Bao giờ hết ngập?' })
    for (const verbatim of ['bốn', 'năm']) await secretary.log(verbatim)
  })
  afterAll(() => house.close())

  const numbers = async (query: string, desk = secretary) =>
    (await desk.get(`${path}?${query}`)).questions.map((question: StaffQuestion) => question.number)
  const search = (text: string, desk = secretary) => numbers(`text=${encodeURIComponent(text)}`, desk)

  it('gives the newest first, page by page, to the end', async () => {
    expect(await numbers('')).toEqual([5, 4, 3, 2, 1])
    const pages = []
    let next: string | null = ''
    while (next !== null) {
      const page: any = await secretary.get(`${path}?limit=2${next && `&after=${encodeURIComponent(next)}`}`)
      pages.push(page.questions.map((question: StaffQuestion) => question.number))
      next = page.next
    }
    expect(pages).toEqual([[5, 4], [3, 2], [1]])
    expect(await numbers('after=')).toEqual([5, 4, 3, 2, 1])
  })

  it('filters by state, topic and agency, each given once or several times', async () => {
    expect(await numbers('state=approved')).toEqual([3])
    expect(await numbers('state=approved&state=pending&limit=3')).toEqual([5, 4, 3])
    expect(await numbers(`topic=${program.topics[0].id}`)).toEqual([3, 1])
    expect(await numbers(`topic=${program.topics[0].id}&agency=${program.agencies[0].id}`)).toEqual([3])
    expect(await numbers('state=rejected')).toEqual([])
  })

  it('finds words without their tones, in either spelling and any order', async () => {
    for (const text of ['so do', 'SỔ ĐỎ', 'hòa', 'giai do', 'hoa\u0300'])
      expect(await search(text)).toEqual([1])
    expect(await search('het ngap')).toEqual([3])
    expect(await search('không có')).toEqual([])
  })

  it('takes what is typed for words and never for a pattern', async () => {
    for (const text of ['%', '_', "' OR 1=1 --", '\\'])
      expect([[], [5, 4, 3, 2, 1]]).toContainEqual(await search(text))
    expect(await search('so%do')).toEqual([1])
  })

  it('searches only what the reader is shown', async () => {
    for (const text of ['bi danh', '0939000112', 'sổ đỏ', 'hai lần']) {
      expect(await search(text)).toHaveLength(1)
      expect(await search(text, producer)).toEqual([])
    }
    expect(await search('het ngap', producer)).toEqual([3])
  })

  it('keeps up with corrections', async () => {
    const logged = await secretary.log('chữ cũ')
    await secretary.patch(`/api/questions/${logged.id}`, {
      id: crypto.randomUUID(),
      version: 1,
      verbatim: 'chữ mới',
    })
    expect(await search('chu moi')).toEqual([logged.number])
    expect(await search('chu cu')).toEqual([])
  })

  it.each([
    ['limit', 'limit=0'],
    ['limit', 'limit=201'],
    ['limit', 'limit=many'],
    ['after', 'after=x'],
    ['after', 'after=99999999999999'],
    ['after', 'after=1e3'],
    ['after', 'after=-1'],
    ['state', 'state=lost'],
    ['topic', 'topic=x'],
    ['text', `text=${'x'.repeat(201)}`],
  ])('refuses an odd %s: %s', async (where, query) => {
    const refused = await secretary.get(`${path}?${query}`, 400)
    expect(faultPaths(refused).join()).toContain(where)
  })

  it('refuses a filter that it does not know', async () => {
    expect((await secretary.get(`${path}?phone=0939`, 400)).error.code).toBe('request.invalid')
  })

  it('has an archive of all programmes, the newest first', async () => {
    const other = await house.program('open')
    const newest = await secretary.log('Ngập ở quận khác', {}, other)
    const { questions, next } = await secretary.get('/api/questions?text=ngap&limit=1')
    expect(questions).toMatchObject([{ id: newest.id, programId: other }])
    const older = await secretary.get(`/api/questions?text=ngap&limit=1&after=${encodeURIComponent(next)}`)
    expect(older).toMatchObject({ questions: [{ number: 3, programId: house.programId }], next: null })
    expect((await producer.get('/api/questions', 403)).error.code).toBe('access.not_allowed')
  })

  it.each(['x', 'yesterday/1', `2026-11-21T00:00:00.000Z/${'-'.repeat(36)}`, '/'])(
    'refuses %s as a place in the archive',
    async after => {
      const refused = await secretary.get(`/api/questions?after=${encodeURIComponent(after)}`, 400)
      expect(faultPaths(refused)).toEqual(['after'])
    },
  )
})
