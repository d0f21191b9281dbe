import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Clock } from '../../server/ledger/clock.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { caller } from '../support/slips.js'

describe('taking down by phase and run', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let producer: Desk
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
    producer = await house.as('daodien')
  })
  afterAll(() => house.close())

  const log = (programId: string, rest: object, status: number) =>
    secretary.post(
      `/api/programs/${programId}/questions`,
      { id: randomUUID(), verbatim: 'hỏi', ...rest },
      status,
    )

  async function closed(closedAt: Date): Promise<string> {
    const programId = await house.program('live')
    await producer.phase(programId, 'ended')
    const clock = house.app.get(Clock)
    clock.now = () => closedAt
    await moderator.phase(programId, 'closed')
    clock.now = () => new Date()
    return programId
  }

  it('is refused while the programme is being prepared', async () => {
    const refused = await log(await house.program('draft'), {}, 409)
    expect(refused.error.code).toBe('program.not_open')
  })

  it('goes on when the intake is switched off, and in every phase of the hour', async () => {
    const programId = await house.program('open')
    const { program } = await producer.get(`/api/programs/${programId}`)
    const off = { id: randomUUID(), version: program.version, intakeOpen: false }
    await producer.patch(`/api/programs/${programId}`, off)
    await log(programId, {}, 201)
    for (const phase of ['live', 'paused', 'ended']) {
      await producer.phase(programId, phase)
      expect((await log(programId, {}, 201)).question.state).toBe('pending')
    }
  })

  it('takes a slip of this run and refuses one of another, before it looks at the phase', async () => {
    const programId = await house.program('open')
    await log(programId, { run: 1 }, 201)
    const refused = await log(programId, { run: 2 }, 409)
    expect(refused.error).toMatchObject({ code: 'program.other_run', details: { run: 1 } })
    const draft = await log(await house.program('draft'), { run: 2 }, 409)
    expect(draft.error.code).toBe('program.other_run')
  })

  it('sends a slip that was taken before the closing straight to what is answered later', async () => {
    const at = new Date()
    const programId = await closed(at)
    const { question } = await log(programId, { takenAt: new Date(at.getTime() - 1).toISOString() }, 201)
    expect(question).toMatchObject({ state: 'follow_up', version: 1, moves: [] })
  })

  it('refuses after the closing what was taken after it, or at an unknown time', async () => {
    const at = new Date()
    const programId = await closed(at)
    for (const taken of [{}, { takenAt: at.toISOString() }, { diverted: true, verbatim: undefined }])
      expect((await log(programId, taken, 409)).error.code).toBe('program.closed')
  })

  it('reads the time of taking in any zone', async () => {
    const programId = await closed(new Date('2026-11-21T03:00:00Z'))
    const before = await log(programId, { takenAt: '2026-11-21T09:59:00+07:00' }, 201)
    expect(before.question.state).toBe('follow_up')
    await log(programId, { takenAt: '2026-11-21T10:01:00+07:00' }, 409)
  })

  it('keeps of a late caller no more than the closing left of the others', async () => {
    const at = new Date()
    const programId = await closed(at)
    const takenAt = new Date(at.getTime() - 1000).toISOString()
    const silent = await log(
      programId,
      { takenAt, caller: caller({ mayKeep: false, mayForward: false }) },
      201,
    )
    expect(silent.question.caller).toMatchObject({ name: null, phone: null, organisation: null })
    const kept = await log(programId, { takenAt, caller: caller({ mayKeep: false }) }, 201)
    expect(kept.question.caller.name).toBe('Nguyễn Thanh Hải')
    const rows = await house.database.query<{ searchText: string }>(
      'SELECT "searchText" FROM question WHERE id = $1',
      [silent.question.id],
    )
    expect(rows[0]!.searchText).not.toContain('hai')
  })
})
