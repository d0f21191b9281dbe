import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HouseEntry } from '../../protocol/house.js'
import { paths } from '../../protocol/paths.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { newPerson } from '../support/people.js'
import { expectView, faultPaths } from '../support/slips.js'

describe('the lists of the house', () => {
  let house: House
  let admin: Desk
  beforeAll(async () => {
    house = await House.open()
    admin = await house.as('quantri')
  })
  afterAll(() => house.close())

  const listed = async (list: string): Promise<HouseEntry[]> => (await admin.get(paths.house(list)))[list]
  const add = async (list: string, said: object): Promise<HouseEntry> => {
    const id = randomUUID()
    const answer = await admin.post(paths.house(list), { id, ...said }, 201)
    return answer[list].find((entry: HouseEntry) => entry.id === id)
  }
  const change = (list: string, { id, version }: HouseEntry, said: object, desk = admin) =>
    desk.ask('PATCH', paths.houseEntry(list, id), { id: randomUUID(), version, ...said })

  it('are added to at the end, renamed and retired, and nothing of them is deleted', async () => {
    const entry = await add('agencies', {
      name: 'Sở Dân tộc và Tôn giáo',
      code: 'SDTTG',
      representative: 'Bà Thị Sa Rây, Phó Giám đốc',
      effectiveFrom: '2026-03-01',
    })
    expectView(HouseEntry, entry)
    expect((await listed('agencies')).at(-1)).toEqual(entry)
    const renamed = await change('agencies', entry, { name: 'Sở Dân tộc', former: [entry.name], code: null })
    expect(renamed.body.agencies.at(-1)).toEqual({
      id: entry.id,
      version: 2,
      name: 'Sở Dân tộc',
      former: ['Sở Dân tộc và Tôn giáo'],
      representative: 'Bà Thị Sa Rây, Phó Giám đốc',
      effectiveFrom: '2026-03-01',
      retiredAt: null,
    })
    const retiredAt = '2026-11-21T02:00:00.000Z'
    const retired = await change('agencies', renamed.body.agencies.at(-1), { retiredAt })
    expect(retired.body.agencies.at(-1)).toMatchObject({ name: 'Sở Dân tộc', version: 3, retiredAt })
    const back = await change('agencies', retired.body.agencies.at(-1), { retiredAt: null })
    expect(back.body.agencies.at(-1)).toMatchObject({ version: 4, retiredAt: null })
  })

  it('let one of two administrators through and show the other the entry as it is', async () => {
    const entry = await add('topics', { name: 'Chuyển đổi số' })
    const other = await newPerson(house, { roles: ['admin'] })
    expect((await change('topics', entry, { name: 'Chuyển đổi số, dữ liệu' }, other)).status).toBe(200)
    const late = await change('topics', entry, { name: 'Số hóa' })
    expect(late).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'list.stale',
          details: { entry: { id: entry.id, version: 2, name: 'Chuyển đổi số, dữ liệu' } },
        },
      },
    })
    for (let version = 2; version < 6; version++) {
      const statuses = await Promise.all(
        Array.from({ length: 12 }, async () => (await change('topics', { ...entry, version }, {})).status),
      )
      expect(statuses.toSorted()).toEqual([200, ...Array.from({ length: 11 }, () => 409)])
    }
  })

  it('are changed once by a command that comes twice, and by no other with its id', async () => {
    const command = { id: randomUUID(), name: 'Di sản' }
    await admin.post(paths.house('topics'), command, 201)
    const again = await admin.post(paths.house('topics'), command, 200)
    expect(again.topics.filter(({ name }: HouseEntry) => name === 'Di sản')).toHaveLength(1)
    const used = await admin.ask('POST', paths.house('agencies'), command)
    expect(used.body.error.code).toBe('request.id_used')
  })

  it.each([
    ['name', 'topics', {}],
    ['name', 'topics', { name: ' ' }],
    ['name', 'topics', { name: 'a'.repeat(301) }],
    ['name', 'messages', { name: 'a'.repeat(201) }],
    ['name', 'topics', { name: 'ĐẤT ĐAI' }],
    ['code', 'topics', { name: 'Một', code: 'a'.repeat(61) }],
    ['former.0', 'places', { name: 'Một', former: [''] }],
    ['effectiveFrom', 'places', { name: 'Một', effectiveFrom: '31/12/2026' }],
    ['effectiveTo', 'places', { name: 'Một', effectiveFrom: '2026-02-01', effectiveTo: '2026-01-31' }],
    ['colour', 'topics', { name: 'Một', colour: 'red' }],
  ])('refuse a fault in %s of %s', async (path, list, said) => {
    const before = await listed(list)
    const refused = await admin.ask('POST', paths.house(list), { id: randomUUID(), ...said })
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'request.invalid' } } })
    expect(faultPaths(refused.body)).toEqual([path])
    expect(await listed(list)).toEqual(before)
  })

  it('know what is not there', async () => {
    const [topic] = await listed('topics')
    const gone = { ...topic!, id: randomUUID() }
    expect((await change('topics', gone, { name: 'x' })).body.error.code).toBe('list.not_found')
    expect((await change('agencies', topic!, { name: 'x' })).body.error.code).toBe('list.not_found')
    expect((await change('lines', topic!, { name: 'x' })).body.error.code).toBe('list.not_found')
  })

  it('are copied into a new programme as they hold on its day, and never change under an old one', async () => {
    const planned = async (plannedStart: string) => {
      const id = randomUUID()
      await admin.post(paths.programs, { id, title: 'Chuyên đề', plannedStart }, 201)
      return { id, names: await agenciesOf(id) }
    }
    const agenciesOf = async (id: string): Promise<string[]> =>
      (await admin.get(paths.list(id, 'agencies'))).agencies.map(({ name }: HouseEntry) => name)
    const old = await add('agencies', { name: 'Sở Du lịch', effectiveTo: '2027-02-28' })
    await add('agencies', { name: 'Sở Du lịch và Thể thao', effectiveFrom: '2027-03-01' })
    const before = await planned('2027-02-27T17:30:00Z')
    expect(before.names).toContain('Sở Du lịch')
    expect(before.names).not.toContain('Sở Du lịch và Thể thao')
    const after = await planned('2027-02-28T17:30:00Z')
    expect(after.names).toContain('Sở Du lịch và Thể thao')
    expect(after.names).not.toContain('Sở Du lịch')
    await change('agencies', old, { name: 'Sở Du lịch (cũ)', retiredAt: new Date().toISOString() })
    expect(await agenciesOf(before.id)).toEqual(before.names)
  })

  it('are noted in the audit, without a word of what they say', async () => {
    const entry = await add('reasons', { name: 'Câu quảng cáo', code: 'advertising' })
    await change('reasons', entry, { name: 'Quảng cáo trá hình' })
    const { entries } = await admin.get(`${paths.audit}?limit=2`)
    expect(entries).toMatchObject([
      { type: 'house.reasons_changed', targetId: entry.id, by: { name: 'quantri' } },
      { type: 'house.reasons_added', targetId: entry.id },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/quảng/i)
  })
})
