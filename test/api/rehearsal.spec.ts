import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { tablesHolding } from '../support/erasure.js'
import { House } from '../support/house.js'

describe('a rehearsal', () => {
  let house: House
  let moderator: Desk
  let producer: Desk
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
    producer = await house.as('daodien')
  })
  afterAll(() => house.close())

  const rehearse = (id: string, on: boolean, status = 200) =>
    producer.post(`/api/programs/${id}/rehearsal`, { id: randomUUID(), on }, status)
  const wipe = (id: string, status = 200, desk = producer) =>
    desk.delete(`/api/programs/${id}/rehearsal`, { id: randomUUID() }, status)
  async function rehearsing(): Promise<string> {
    const id = await house.program('draft')
    await rehearse(id, true)
    for (const phase of ['open', 'live']) await producer.phase(id, phase)
    return id
  }

  it('is chosen in the draft, and only there', async () => {
    const id = await house.program('draft')
    expect((await rehearse(id, true)).program.mode).toBe('rehearsal')
    expect((await rehearse(id, false)).program.mode).toBe('air')
    await producer.phase(id, 'open')
    expect((await rehearse(id, true, 409)).error.code).toBe('program.phase_not_possible')
  })

  it('is wiped in one press: numbers from 1, a run higher, back in the draft, the revision going on', async () => {
    const id = await rehearsing()
    const { question } = await moderator.take(await moderator.approved('zqxthử', {}, id), null)
    await moderator.patch(`/api/questions/${question.id}`, {
      id: randomUUID(),
      version: question.version,
      note: 'zqxghi',
    })
    await (await house.as('thuky1')).post(`/api/programs/${id}/paper-ranges`, { id: randomUUID(), count: 5 })
    const revisionOf = async () =>
      (
        await house.database.query<{ revision: number }>('SELECT revision FROM program WHERE id = $1', [id])
      )[0]!.revision
    const before = await revisionOf()
    const old = (await producer.get(`/api/programs/${id}`)).program
    const { program } = await wipe(id)
    expect(program).toEqual({
      ...old,
      version: old.version + 1,
      run: 2,
      phase: 'draft',
      mode: 'rehearsal',
      airHolder: null,
    })
    expect(await revisionOf()).toBe(before + 1)
    expect(await tablesHolding(house.database, 'zqx')).toEqual([])
    const entries = await house.database.query(
      `SELECT revision, type, "spanFrom" FROM ledger_entry WHERE "programId" = $1 ORDER BY revision`,
      [id],
    )
    expect(entries).toEqual([
      { revision: 1, type: 'program.created', spanFrom: null },
      { revision: 2, type: 'program.rehearsal_on', spanFrom: null },
      { revision: before + 1, type: 'program.wiped', spanFrom: 3 },
    ])
    await producer.phase(id, 'open')
    expect((await moderator.log('lại từ đầu', {}, id)).number).toBe(1)
    const range = await (
      await house.as('thuky1')
    ).post(`/api/programs/${id}/paper-ranges`, {
      id: randomUUID(),
      count: 1,
    })
    expect(range).toEqual({ from: 501, to: 501 })
  })

  it('leaves nothing to be found of its questions, and their ids used for ever', async () => {
    const id = await rehearsing()
    const slip = { id: randomUUID(), verbatim: 'thử' }
    const path = `/api/programs/${id}/questions`
    const { question } = await moderator.post(path, slip, 201)
    const approve = { id: randomUUID(), move: 'approve', version: 1 }
    await moderator.post(`/api/questions/${question.id}/moves`, approve)
    await wipe(id)
    await producer.phase(id, 'open')
    expect((await moderator.post(path, slip, 409)).error.code).toBe('request.id_used')
    const reused = await moderator.post(path, { ...slip, id: approve.id }, 409)
    expect(reused.error.code).toBe('request.id_used')
    await moderator.post(`/api/questions/${question.id}/moves`, { ...approve, id: randomUUID() }, 404)
    expect((await moderator.get(`/api/questions/${question.id}/history`, 404)).error.code).toBe(
      'question.not_found',
    )
    expect((await moderator.get(path)).questions).toEqual([])
  })

  it('refuses a slip of the run that was wiped', async () => {
    const id = await rehearsing()
    await wipe(id)
    await producer.phase(id, 'open')
    const slip = { id: randomUUID(), verbatim: 'cũ', run: 1 }
    const refused = await moderator.post(`/api/programs/${id}/questions`, slip, 409)
    expect(refused.error).toMatchObject({ code: 'program.other_run', details: { run: 2 } })
  })

  it('may be held and wiped several times', async () => {
    const id = await rehearsing()
    for (const run of [2, 3]) {
      await wipe(id)
      expect((await producer.get(`/api/programs/${id}`)).program.run).toBe(run)
      await producer.phase(id, 'open')
      await moderator.log('thử', {}, id)
    }
  })

  it('must be wiped before the programme opens for the air', async () => {
    const id = await house.program('draft')
    await rehearse(id, true)
    for (const phase of ['open', 'draft']) await producer.phase(id, phase)
    await rehearse(id, false)
    expect((await producer.phase(id, 'open', 409)).error.code).toBe('program.phase_not_possible')
    await wipe(id)
    await producer.phase(id, 'open')
    expect((await producer.get(`/api/programs/${id}`)).program).toMatchObject({ mode: 'air', run: 2 })
  })

  it('is what a wipe is for: what was on air is never wiped', async () => {
    const id = await house.program('live')
    await moderator.log('thật', {}, id)
    expect((await wipe(id, 409)).error.code).toBe('program.phase_not_possible')
    expect((await moderator.get(`/api/programs/${id}/questions`)).questions).toHaveLength(1)
    await expect(
      house.database.query('DELETE FROM ledger_entry WHERE "programId" = $1', [id]),
    ).rejects.toThrow('written once')
  })

  it('is wiped by producers and administrators, with a body or without', async () => {
    const id = await rehearsing()
    await wipe(id, 403, moderator)
    await wipe(id, 403, await house.as('thuky1'))
    await (await house.as('quantri')).delete(`/api/programs/${id}/rehearsal`)
  })

  it('answers the same wipe again without wiping what came after', async () => {
    const id = await rehearsing()
    const command = { id: randomUUID() }
    await producer.delete(`/api/programs/${id}/rehearsal`, command)
    await producer.phase(id, 'open')
    await moderator.log('sau khi xóa', {}, id)
    const again = await producer.delete(`/api/programs/${id}/rehearsal`, command)
    expect(again.program).toMatchObject({ run: 2, phase: 'open' })
    expect((await moderator.get(`/api/programs/${id}/questions`)).questions).toHaveLength(1)
  })
})
