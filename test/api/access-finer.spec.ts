import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { newPerson } from '../support/people.js'

describe('what a role may do of what its route is for', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let producer: Desk
  let admin: Desk
  beforeAll(async () => {
    house = await House.open()
    ;[secretary, moderator, producer, admin] = (await Promise.all(
      ['thuky1', 'duyet1', 'daodien', 'quantri'].map(name => house.as(name)),
    )) as [Desk, Desk, Desk, Desk]
  })
  afterAll(() => house.close())

  const NOT_ALLOWED = { status: 403, body: { error: { code: 'access.not_allowed' } } }

  it('lets the producer lead through every phase but the last, and the moderator into the last only', async () => {
    const programId = await house.program('draft')
    const phase = (desk: Desk, phase: string, version = 1) =>
      desk.ask('POST', `/api/programs/${programId}/phase`, { id: randomUUID(), phase, version })
    for (const to of ['open', 'draft', 'live', 'paused', 'ended'])
      expect(await phase(moderator, to)).toMatchObject(NOT_ALLOWED)
    expect(await phase(producer, 'closed')).toMatchObject(NOT_ALLOWED)
    for (const to of ['open', 'live', 'ended']) await producer.phase(programId, to)
    await moderator.phase(programId, 'closed')
  })

  it('lets the producer change what is said of the hour, and no more of the programme', async () => {
    const at = `/api/programs/${await house.program('open')}`
    const patch = async (desk: Desk, fields: object) => {
      const { program } = await desk.get(at)
      return desk.ask('PATCH', at, { id: randomUUID(), version: program.version, ...fields })
    }
    for (const fields of [
      { plannedStart: '2026-11-21T02:00:00Z' },
      { plannedMinutes: 70 },
      { title: 'Tên mới' },
      { intakeOpen: false },
      { clockOffsetMs: 1500 },
    ])
      expect((await patch(producer, fields)).status).toBe(200)
    for (const fields of [
      { number: 3 },
      { seriesTitle: 'x' },
      { channels: ['FM'] },
      { title: 'x', number: 3 },
    ]) {
      expect(await patch(producer, fields)).toMatchObject(NOT_ALLOWED)
      expect((await patch(admin, fields)).status).toBe(200)
    }
  })

  it('gives a secretary the secretary’s moves, whatever is asked', async () => {
    for (const [move, rest] of [
      ['approve', { wording: 'x' }],
      ['return', { reason: 'x' }],
      ['reject', { reason: { code: 'unsuitable_language' } }],
      ['defer', {}],
    ] as const) {
      const question = await secretary.log(`Câu để ${move}`)
      expect(await secretary.move(question, move, rest, 403)).toMatchObject(NOT_ALLOWED.body)
      const { question: after } = await moderator.move(question, move, rest)
      expect(after.state).not.toBe('pending')
    }
    const approved = await moderator.approved('Câu đã duyệt')
    for (const [move, rest] of [
      ['take', { believedOnAirId: null }],
      ['withdraw', {}],
      ['undo', {}],
      ['divert', { confirmNumber: approved.number }],
    ] as const)
      expect(await secretary.move(approved, move, rest, 403)).toMatchObject(NOT_ALLOWED.body)
  })

  it('shows no question to whoever only administers, anywhere', async () => {
    const live = await admin.socket()
    const joined = await live.ask('live:join', { protocol: 1, programId: house.programId })
    expect(joined).toMatchObject({ ok: false, error: { code: 'access.not_allowed' } })
    const question = await secretary.log('Không cho quản trị')
    for (const path of [
      `/api/programs/${house.programId}/questions`,
      '/api/questions',
      `/api/questions/${question.id}/history`,
    ])
      expect(await admin.ask('GET', path)).toMatchObject(NOT_ALLOWED)
  })

  it('gives whoever has several roles the widest view and all their moves', async () => {
    const both = await newPerson(house, { roles: ['producer', 'moderator'], programId: house.programId })
    const question = await both.log('Hai vai một người', { note: 'ghi chú' })
    expect(question).toMatchObject({ verbatim: 'Hai vai một người', note: 'ghi chú' })
    expect(question.moves).toContain('approve')
    const live = await both.join()
    expect(live.questions.get(question.id)).toMatchObject({ note: 'ghi chú' })
    await both.put(`/api/programs/${house.programId}/blank`, { id: randomUUID(), on: true })
  })

  it('is a role for one programme there only', async () => {
    const other = await house.program('open')
    const mixed = await newPerson(house, { roles: ['producer'] })
    await house.database.query(
      `INSERT INTO account_role (id, "accountId", role, "programId") VALUES ($1, $2, 'secretary', $3)`,
      [randomUUID(), mixed.accountId, other],
    )
    const desk = await house.as(mixed.username, { password: 'mật khẩu của tôi' })
    const here = await secretary.log('Ở chương trình này', { note: 'không cho đạo diễn' })
    const there = await desk.log('Ở chương trình kia', { note: 'cho thư ký' }, other)
    expect(there).toMatchObject({ note: 'cho thư ký' })
    const seen = await desk.get(`/api/programs/${house.programId}/questions?text=o chuong trinh nay`)
    expect(JSON.stringify(seen)).not.toContain('không cho đạo diễn')
    expect(await desk.ask('GET', `/api/questions/${here.id}/history`)).toMatchObject(NOT_ALLOWED)
    expect((await desk.get('/api/questions')).questions).toMatchObject([{ id: there.id }])
    const live = await desk.join()
    expect(live.questions.get(here.id)).not.toHaveProperty('note')
  })
})
