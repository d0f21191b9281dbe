import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Phase } from '../../protocol/program.js'
import type { Desk } from '../support/desk.js'
import { tablesHolding } from '../support/erasure.js'
import { House } from '../support/house.js'
import { caller } from '../support/slips.js'

const WAYS: Record<Phase, Phase[]> = {
  draft: ['open'],
  open: ['live', 'draft'],
  live: ['paused', 'ended'],
  paused: ['live', 'ended'],
  ended: ['live', 'closed'],
  closed: [],
}
const WAY_TO: Record<Phase, Phase[]> = {
  draft: [],
  open: ['open'],
  live: ['open', 'live'],
  paused: ['open', 'live', 'paused'],
  ended: ['open', 'live', 'ended'],
  closed: ['open', 'live', 'ended', 'closed'],
}
const phases = Object.keys(WAYS) as Phase[]

describe('the phases of a programme', () => {
  let house: House
  let moderator: Desk
  let producer: Desk
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
    producer = await house.as('daodien')
  })
  afterAll(() => house.close())

  const change = (id: string, phase: Phase, status = 200) =>
    (phase === 'closed' ? moderator : producer).phase(id, phase, status)
  async function programIn(phase: Phase): Promise<string> {
    const id = await house.program('draft')
    for (const step of WAY_TO[phase]) await change(id, step)
    return id
  }

  it.each(phases)('lead from %s only where the table says', async from => {
    for (const to of phases) {
      const id = await programIn(from)
      const allowed = WAYS[from].includes(to)
      const answer = await change(id, to, allowed ? 200 : 409)
      if (allowed) expect(answer.program.phase).toBe(to)
      else expect(answer.error.code).toBe(from === 'closed' ? 'program.closed' : 'program.phase_not_possible')
    }
  })

  it('are the producer’s, but closing is the moderator’s', async () => {
    const id = await programIn('ended')
    await producer.phase(id, 'closed', 403)
    for (const name of ['duyet1', 'thuky1', 'quantri']) await (await house.as(name)).phase(id, 'live', 403)
    await moderator.phase(id, 'closed')
  })

  it('refuse an older version and show the programme', async () => {
    const id = await programIn('open')
    const body = { id: randomUUID(), phase: 'live', version: 1 }
    const refused = await producer.post(`/api/programs/${id}/phase`, body, 409)
    expect(refused.error).toMatchObject({ code: 'program.stale', details: { program: { phase: 'open' } } })
  })

  it('lead back to the draft only while there is no question', async () => {
    const id = await programIn('open')
    await change(id, 'draft')
    await change(id, 'open')
    await moderator.log('câu', {}, id)
    await change(id, 'draft', 409)
  })

  it.each(['open', 'ended'] as const)('keep take, recall and answer for the air, not for %s', async phase => {
    const id = await programIn(phase)
    const approved = await moderator.approved('câu', {}, id)
    expect(approved.moves).not.toContain('take')
    const refused = await moderator.take(approved, null, 409)
    expect(refused.error.code).toBe('program.not_open')
    for (const move of ['recall', 'answer']) await moderator.move(approved, move, {}, 409)
    await moderator.move(approved, 'withdraw')
  })

  it('let everything be done in a pause', async () => {
    const id = await programIn('paused')
    const { question } = await moderator.take(await moderator.approved('câu', {}, id), null)
    const { question: answered } = await moderator.move(question, 'answer')
    await moderator.move(answered, 'recall')
  })

  it('answer what is on air when the programme ends', async () => {
    const id = await programIn('live')
    const { question } = await moderator.take(await moderator.approved('câu', {}, id), null)
    await change(id, 'ended')
    const { questions } = await moderator.get(`/api/programs/${id}/questions`)
    expect(questions).toMatchObject([
      { id: question.id, state: 'answered', version: 4, onAirSince: question.onAirSince },
    ])
    await moderator.move(question, 'undo', {}, 409)
  })

  it('do not close while something is undecided, and say what', async () => {
    const id = await programIn('live')
    const pending = await moderator.log('chờ', {}, id)
    const { question: returned } = await moderator.move(await moderator.log('trả', {}, id), 'return', {
      reason: 'x',
    })
    const approved = await moderator.approved('duyệt', {}, id)
    await moderator.move(await moderator.log('loại', {}, id), 'reject', { reason: { code: 'out_of_scope' } })
    await change(id, 'ended')
    const refused = await change(id, 'closed', 409)
    expect(refused.error).toMatchObject({
      code: 'program.unfinished',
      details: { left: [pending.id, returned.id, approved.id] },
    })
    for (const question of [pending, returned, approved]) await moderator.move(question, 'defer')
    await change(id, 'closed')
  })

  it('forget on closing every caller who gave neither leave, and nobody else', async () => {
    const id = await programIn('live')
    const none = { mayKeep: false, mayForward: false }
    const silent = caller({ ...none, name: 'Zqxquên', organisation: 'Zqxorg', phone: '0918.777.321' })
    const lead = await moderator.log('một', { caller: silent }, id)
    await moderator.log('hai', { caller: silent, sameAsId: lead.id }, id)
    await moderator.log('ba', { caller: caller({ mayKeep: false }) }, id)
    await moderator.log('bốn', { caller: caller({ mayForward: false }) }, id)
    const { questions } = await moderator.get(`/api/programs/${id}/questions?state=pending`)
    for (const question of questions) await moderator.move(question, 'defer')
    await change(id, 'ended')
    await change(id, 'closed')
    const after = (await moderator.get(`/api/programs/${id}/questions`)).questions
    const names = after.map((question: any) => question.caller.name)
    expect(names).toEqual(['Nguyễn Thanh Hải', 'Nguyễn Thanh Hải', null, null])
    expect(after.at(-1)).toMatchObject({
      caller: { phone: null, organisation: null, place: silent.place },
      callerLine: 'một khán giả ở phường Tân An và 1 người cùng hỏi',
      askers: [{ caller: { name: null, phone: null } }],
    })
    for (const mark of ['Zqxqu', 'zqxqu', 'Zqxorg', 'zqxorg', '0918.777.321', '918777321'])
      expect(await tablesHolding(house.database, mark)).toEqual([])
  })

  it('leave nothing to be done but reading once the books are closed', async () => {
    const id = await programIn('live')
    const { question } = await moderator.move(await moderator.log('câu', {}, id), 'defer')
    for (const step of ['ended', 'closed'] as const) await change(id, step)
    const command = { id: randomUUID() }
    const path = `/api/programs/${id}`
    const refused = await Promise.all([
      moderator.move(question, 'restore', {}, 409),
      moderator.move(question, 'undo', {}, 409),
      moderator.patch(`/api/questions/${question.id}`, { ...command, version: 2, note: 'x' }, 409),
      moderator.post(`${path}/order`, { ...command, questionId: question.id, after: null }, 409),
      moderator.put(`${path}/air`, command, 409),
      producer.put(`${path}/blank`, { ...command, on: true }, 409),
      producer.put(`${path}/topics`, { ...command, topics: [] }, 409),
      producer.patch(path, { ...command, version: 5, title: 'x' }, 409),
      (await house.as('thuky1')).post(`${path}/paper-ranges`, { ...command, count: 1 }, 409),
    ])
    expect(refused.map(answer => answer.error.code)).toEqual(refused.map(() => 'program.closed'))
    await moderator.get(`/api/questions/${question.id}/history`)
  })
})
