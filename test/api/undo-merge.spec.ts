import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'

const askersOf = (question: StaffQuestion) => question.askers.map(asker => asker.number)

describe('a merge that is taken back', () => {
  let house: House
  let moderator: Desk
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
  })
  afterAll(() => house.close())

  it('answers with its askers, and every desk sees who went where', async () => {
    const desk = await moderator.join()
    const lead = await moderator.log('Bao giờ sửa đường 30/4?')
    const stays = await moderator.log('Đường hỏng', { sameAsId: lead.id })
    const leaves = await moderator.log('Ổ gà', { sameAsId: lead.id })
    const other = await moderator.log('Đường nào cũng hỏng')
    const { question: merged } = await moderator.move(lead, 'merge', { intoId: other.id })
    expect(askersOf(merged)).toEqual([])

    await moderator.move(leaves, 'split')
    const elsewhere = await moderator.log('Xe rác bao giờ đến?')
    await moderator.move({ id: leaves.id, version: 2 }, 'merge', { intoId: elsewhere.id })

    const { question: undone, revision } = await moderator.move(merged, 'undo')
    expect(askersOf(undone)).toEqual([stays.number])
    await desk.until(() => desk.revision >= revision)
    const seen = (id: string) => askersOf(desk.questions.get(id) as StaffQuestion)
    expect([seen(lead.id), seen(other.id), seen(elsewhere.id)]).toEqual([[stays.number], [], [leaves.number]])
  })

  it('keeps nothing of a denunciation in the question that took its place on air', async () => {
    const first = await moderator.approved('Câu hỏi về ông Mười Bảy Tám')
    const second = await moderator.approved('Câu hỏi sau')
    await moderator.take(first, null)
    await moderator.take(second, first.id)
    await moderator.move({ id: first.id, version: 4 }, 'divert', { confirmNumber: first.number })
    const rows = await house.database.query('SELECT row_to_json(q)::text AS row FROM question q')
    expect(rows.length).toBeGreaterThan(1)
    expect(JSON.stringify(rows)).not.toMatch(/Mười Bảy Tám|muoi bay tam/)
  })
})
