import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { caller } from '../support/slips.js'

describe('joining a caller to a question while taking down', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
  })
  afterAll(() => house.close())

  const now = async (id: string): Promise<StaffQuestion> =>
    (await secretary.get(`/api/programs/${house.programId}/questions?limit=200`)).questions.find(
      (question: StaffQuestion) => question.id === id,
    )

  it('keeps every asker under the lead, and leaves the lead’s version as it was', async () => {
    const lead = await secretary.log('bao giờ sửa đường', { caller: caller() })
    const second = await secretary.log('sửa đường', { sameAsId: lead.id, caller: caller({ name: 'Lan' }) })
    const third = await secretary.log('đường hư', { sameAsId: lead.id })
    expect(second).toMatchObject({ state: 'merged', mergedIntoId: lead.id, version: 1 })
    const shown = await now(lead.id)
    expect(shown.version).toBe(lead.version)
    expect(shown.callerLine).toBe('Anh Nguyễn Thanh Hải – phường Tân An và 2 người cùng hỏi')
    expect(shown.askers).toEqual([
      { number: second.number, callerLine: 'Anh Lan – phường Tân An', caller: second.caller },
      { number: third.number, callerLine: 'một khán giả', caller: null },
    ])
    expect(shown.moves).not.toContain('divert')
  })

  it('goes to the lead when what is named was merged itself', async () => {
    const lead = await secretary.log('câu đầu')
    const merged = await secretary.log('câu hai', { sameAsId: lead.id })
    expect((await secretary.log('câu ba', { sameAsId: merged.id })).mergedIntoId).toBe(lead.id)
  })

  it('lets a move that was decided before the joining go through', async () => {
    const lead = await secretary.log('đang duyệt')
    await secretary.log('cùng hỏi', { sameAsId: lead.id })
    const { question } = await moderator.move(lead, 'approve')
    expect(question.callerLine).toBe('một khán giả và 1 người cùng hỏi')
  })

  it.each(['approve', 'return', 'defer'])('is possible after %s', async move => {
    const lead = await secretary.log('hỏi')
    await moderator.move(lead, move, move === 'return' ? { reason: 'hỏi lại' } : {})
    expect((await secretary.log('cùng hỏi', { sameAsId: lead.id })).mergedIntoId).toBe(lead.id)
  })

  it('is possible while the question is on air and when it was answered', async () => {
    const approved = await moderator.approved('lên sóng')
    const { question: taken } = await moderator.take(approved, null)
    await secretary.log('cùng hỏi', { sameAsId: taken.id })
    await moderator.move(taken, 'answer')
    await secretary.log('cũng hỏi', { sameAsId: taken.id })
    expect((await now(taken.id)).askers).toHaveLength(2)
  })

  it('is refused for what is gone, unknown or another programme’s', async () => {
    const rejected = await secretary.log('hỏi')
    await moderator.move(rejected, 'reject', { reason: { code: 'out_of_scope' } })
    const advised = await secretary.log('hỏi')
    await secretary.move(advised, 'advise')
    const diverted = await secretary.log('hỏi')
    await secretary.move(diverted, 'divert', { confirmNumber: diverted.number })
    const foreign = await secretary.log('hỏi', {}, await house.program())
    for (const sameAsId of [rejected.id, advised.id, diverted.id, foreign.id, randomUUID()]) {
      const slip = { id: randomUUID(), verbatim: 'cùng hỏi', sameAsId }
      const refused = await secretary.post(`/api/programs/${house.programId}/questions`, slip, 409)
      expect(refused.error.code).toBe('question.not_joinable')
    }
  })
})
