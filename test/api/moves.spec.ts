import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { expectView } from '../support/slips.js'

const REJECT = { reason: { code: 'other', text: 'không rõ' } }

describe('each move over HTTP, and its undo', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
  })
  afterAll(() => house.close())

  /** A question in a programme of its own, brought to where the move starts. */
  async function broughtTo(state: string) {
    const programId = await house.program('live')
    let question = await secretary.log('Bao giờ sửa đường?', {}, programId)
    const move = async (name: string, rest = {}) =>
      (question = (await moderator.move(question, name, rest)).question)
    if (state === 'returned') await move('return', { reason: 'thiếu' })
    if (state === 'rejected') await move('reject', REJECT)
    if (state === 'advised') await move('advise')
    if (['approved', 'on_air', 'answered'].includes(state)) await move('approve')
    if (['on_air', 'answered'].includes(state)) await move('take', { believedOnAirId: null })
    if (state === 'answered') await move('answer')
    if (state === 'follow_up') await move('defer')
    if (state === 'merged')
      await move('merge', { intoId: (await secretary.log('câu khác', {}, programId)).id })
    expect(question.state).toBe(state)
    return question
  }

  const TABLE: [string, Record<string, unknown>, string, string[]][] = [
    ['return', { reason: 'hỏi lại' }, 'returned', ['pending']],
    ['resubmit', {}, 'pending', ['returned']],
    ['approve', { wording: 'Lời khác' }, 'approved', ['pending', 'returned']],
    ['withdraw', {}, 'pending', ['approved', 'on_air']],
    ['take', { believedOnAirId: null }, 'on_air', ['approved']],
    ['recall', {}, 'approved', ['on_air', 'answered']],
    ['answer', {}, 'answered', ['on_air']],
    ['defer', {}, 'follow_up', ['pending', 'returned', 'approved', 'on_air', 'answered']],
    ['split', {}, 'pending', ['merged']],
    ['reject', REJECT, 'rejected', ['pending', 'returned']],
    ['restore', {}, 'pending', ['rejected', 'follow_up', 'advised']],
    ['advise', { note: 'đã chỉ chỗ' }, 'advised', ['pending', 'returned']],
  ]
  const rows = TABLE.flatMap(([move, rest, to, from]) => from.map(state => [move, state, to, rest] as const))

  it.each(rows)(
    '%s brings a question from %s to %s, and undo brings it back',
    async (move, from, to, rest) => {
      const before = await broughtTo(from)
      const { question, revision } = await moderator.move(before, move, rest)
      expectView(StaffQuestion, question)
      expect(question).toMatchObject({
        id: before.id,
        state: to,
        version: before.version + 1,
        decidedBy: { name: 'duyet1' },
      })
      expect(question.order === null).toBe(to !== 'approved')
      expect(question.onAirSince === null).toBe(
        !['on_air', 'answered', 'follow_up'].includes(to) ||
          from === 'pending' ||
          from === 'returned' ||
          (from === 'approved' && to === 'follow_up'),
      )
      const undone = await moderator.move(question, 'undo')
      expect(undone.revision).toBe(revision + 1)
      const { version: _version, moves: _moves, ...kept } = before
      expect(undone.question).toMatchObject({ ...kept, version: question.version + 1 })
      await moderator.move(undone.question, 'undo', {}, 409)
    },
  )

  it('undoes a merge and brings back whoever was merged along', async () => {
    const lead = await secretary.log('câu đích')
    const merged = await secretary.log('câu gộp')
    await secretary.log('cùng hỏi', { sameAsId: merged.id })
    const before = (await moderator.get(`/api/programs/${house.programId}/questions`)).questions.find(
      (question: StaffQuestion) => question.id === merged.id,
    )
    const { question } = await moderator.move(merged, 'merge', { intoId: lead.id })
    expect(question).toMatchObject({ state: 'merged', mergedIntoId: lead.id, askers: [] })
    const { question: back } = await moderator.move(question, 'undo')
    expectView(StaffQuestion, back)
    expect(back).toEqual({ ...before, version: 3 })
  })

  it('undoes a return of a secretary’s own resubmitting, but not a moderator’s approval', async () => {
    const returned = await broughtTo('returned')
    const { question: pending } = await secretary.move(returned, 'resubmit')
    const { question: back } = await secretary.move(pending, 'undo')
    expect(back).toMatchObject({ state: 'returned', reason: { text: 'thiếu' } })
    const approved = await broughtTo('approved')
    const refused = await secretary.move(approved, 'undo', {}, 403)
    expect(refused.error.code).toBe('access.not_allowed')
  })

  it('has nothing to undo after the logging, a correction or a diversion', async () => {
    const logged = await secretary.log('mới ghi')
    await moderator.move(logged, 'undo', {}, 409)
    const approved = await broughtTo('approved')
    const { question: corrected } = await moderator.patch(`/api/questions/${approved.id}`, {
      id: crypto.randomUUID(),
      version: approved.version,
      priority: 'high',
    })
    const refused = await moderator.move(corrected, 'undo', {}, 409)
    expect(refused.error.code).toBe('question.move_not_possible')
    const { question: diverted } = await moderator.move(logged, 'divert', { confirmNumber: logged.number })
    await moderator.move(diverted, 'undo', {}, 409)
  })
})
