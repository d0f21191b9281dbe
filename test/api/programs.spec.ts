import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Program } from '../../protocol/program.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { expectView } from '../support/slips.js'

const LISTS = ['topics', 'agencies', 'reasons', 'lines'] as const

describe('making and changing programmes', () => {
  let house: House
  let admin: Desk
  let producer: Desk
  beforeAll(async () => {
    house = await House.open()
    admin = await house.as('quantri')
    producer = await house.as('daodien')
  })
  afterAll(() => house.close())

  const create = (rest: object, status = 201) =>
    admin.post('/api/programs', { id: randomUUID(), title: 'Chuyên đề', ...rest }, status)
  const read = async (id: string): Promise<Program> => (await admin.get(`/api/programs/${id}`)).program
  const patch = (desk: Desk, program: Program, rest: object, status = 200) =>
    desk.patch(`/api/programs/${program.id}`, { id: randomUUID(), version: program.version, ...rest }, status)

  it('needs no more than a title, and starts with the house’s lists', async () => {
    const { program } = await create({ title: '  Chuyên đề 5 ' })
    expectView(Program, program)
    expect(program).toMatchObject({
      version: 1,
      title: 'Chuyên đề 5',
      number: null,
      plannedStart: null,
      plannedMinutes: 60,
      clockOffsetMs: 0,
      phase: 'draft',
      mode: 'air',
      run: 1,
      intakeOpen: true,
      blank: false,
      airHolder: null,
    })
    for (const list of ['topics', 'agencies', 'reasons'] as const) {
      const house = (await admin.get(`/api/house/${list}`))[list]
      expect(program[list].map((entry: any) => entry.name)).toEqual(house.map((entry: any) => entry.name))
    }
  })

  it('copies panel, lists and lines of another under new ids', async () => {
    const { program } = await create({ copyOf: house.programId })
    const original = await read(house.programId)
    for (const list of LISTS) {
      const bare = (entries: Program['topics']) => entries.map(({ code, name }) => ({ code, name }))
      expect(bare(program[list])).toEqual(bare(original[list]))
      const ids = new Set(original[list].map(entry => entry.id))
      expect(program[list].some((entry: { id: string }) => ids.has(entry.id))).toBe(false)
    }
    const panel = async (id: string) => (await admin.get(`/api/programs/${id}/speakers`)).speakers
    const [copied, old] = [await panel(program.id), await panel(house.programId)]
    expect(copied.map(({ id: _id, ...speaker }: any) => speaker)).toEqual(
      old.map(({ id: _id, ...speaker }: any) => speaker),
    )
    expect(copied[0].id).not.toBe(old[0].id)
    expect(program).toMatchObject({ phase: 'draft', seriesTitle: original.seriesTitle, plannedStart: null })
  })

  it('copies nothing that is not there, and makes one programme of one command', async () => {
    await create({ copyOf: randomUUID() }, 404)
    const command = { id: randomUUID(), title: 'Một lần' }
    await admin.post('/api/programs', command, 201)
    const again = await admin.post('/api/programs', command, 200)
    expect(again.program.id).toBe(command.id)
    const { programs } = await admin.get('/api/programs')
    expect(programs.filter((program: Program) => program.id === command.id)).toHaveLength(1)
  })

  it('is the administrators’', async () => {
    for (const name of ['thuky1', 'duyet1', 'daodien']) {
      const desk = await house.as(name)
      await desk.post('/api/programs', { id: randomUUID(), title: 'x' }, 403)
    }
  })

  it('lets the producer change the times, the title, the intake and the clock, and nothing else', async () => {
    const { program } = await create({})
    const fields = {
      title: 'Tên mới',
      plannedStart: '2026-11-21T09:00:00+07:00',
      plannedMinutes: 75,
      intakeOpen: false,
      clockOffsetMs: -1500,
    }
    const changed = await patch(producer, program, fields)
    expectView(Program, changed.program)
    expect(changed.program).toEqual({
      ...program,
      ...fields,
      version: 2,
      plannedStart: '2026-11-21T02:00:00.000Z',
    })
    for (const field of [{ number: 5 }, { seriesTitle: 'x' }, { channels: [] }])
      await patch(producer, changed.program, field, 403)
    const { program: whole } = await patch(admin, changed.program, {
      number: 5,
      seriesTitle: 'Loạt bài',
      channels: ['TV'],
      plannedStart: null,
    })
    expect(whole).toMatchObject({ number: 5, seriesTitle: 'Loạt bài', channels: ['TV'], plannedStart: null })
    expect((await patch(admin, whole, { number: null, seriesTitle: null })).program).toMatchObject({
      number: null,
      seriesTitle: null,
    })
  })

  it('refuses the older of two changes and shows the newer', async () => {
    const { program } = await create({})
    await patch(producer, program, { title: 'trước' })
    const refused = await patch(admin, program, { title: 'sau' }, 409)
    expect(refused.error).toMatchObject({
      code: 'program.stale',
      details: { program: { title: 'trước', version: 2 } },
    })
    expectView(Program, refused.error.details.program)
  })

  it('raises the version with a change, a phase and a rehearsal, and with nothing else', async () => {
    const moderator = await house.as('duyet1')
    const id = await house.program('draft')
    const version = async () => (await read(id)).version
    expect(await version()).toBe(1)
    await producer.post(`/api/programs/${id}/rehearsal`, { id: randomUUID(), on: true })
    expect(await version()).toBe(2)
    await producer.phase(id, 'open')
    expect(await version()).toBe(3)
    await moderator.approved('câu', {}, id)
    await moderator.put(`/api/programs/${id}/air`, { id: randomUUID() })
    await producer.put(`/api/programs/${id}/blank`, { id: randomUUID(), on: true })
    await admin.put(`/api/programs/${id}/topics`, { id: randomUUID(), topics: [{ name: 'mới' }] })
    expect(await version()).toBe(3)
    await patch(producer, await read(id), { plannedMinutes: 50 })
    expect(await version()).toBe(4)
  })

  it('refuses odd fields and says nothing of a programme that is not there', async () => {
    const { program } = await create({})
    for (const odd of [
      { plannedMinutes: 0 },
      { clockOffsetMs: 86_400_001 },
      { title: '' },
      { phase: 'live' },
    ])
      await patch(admin, program, odd, 400)
    await producer.get(`/api/programs/${randomUUID()}`, 404)
    await patch(producer, { ...program, id: randomUUID() }, { title: 'x' }, 404)
  })
})
