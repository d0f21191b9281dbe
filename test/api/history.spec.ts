import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QuestionHistory } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { expectView } from '../support/slips.js'

describe('the history of a question', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
  })
  afterAll(() => house.close())

  const read = (id: string): Promise<QuestionHistory> => secretary.get(`/api/questions/${id}/history`)

  it('says who did what, from where to where, why, and in which words', async () => {
    let question = await secretary.log('Sổ đỏ?')
    const move = async (desk: Desk, name: string, rest = {}) =>
      (question = (await desk.move(question, name, rest)).question)
    await move(moderator, 'return', { reason: 'hỏi rõ phường nào' })
    await move(secretary, 'resubmit')
    await move(moderator, 'reject', { reason: { code: 'other', text: 'nhầm' } })
    await move(moderator, 'undo')
    await move(moderator, 'approve', { wording: 'Lời một' })
    question = (
      await moderator.patch(`/api/questions/${question.id}`, {
        id: randomUUID(),
        version: question.version,
        wording: 'Lời hai',
      })
    ).question
    await move(moderator, 'take', { believedOnAirId: null })
    const history = await read(question.id)
    expectView(QuestionHistory, history)
    const told = history.history.map(({ by, at: _at, ...entry }) => ({ ...entry, by: by?.name }))
    const [s, m] = [{ by: 'thuky1' }, { by: 'duyet1' }]
    const step = (type: string, from: string | null, to: string, rest: object) => ({
      type: `question.${type}`,
      from,
      to,
      ...rest,
    })
    expect(told).toEqual([
      step('logged', null, 'pending', s),
      step('returned', 'pending', 'returned', { ...m, reason: { text: 'hỏi rõ phường nào' } }),
      step('resubmitted', 'returned', 'pending', s),
      step('rejected', 'pending', 'rejected', { ...m, reason: { code: 'other', text: 'nhầm' } }),
      step('undone', 'rejected', 'pending', m),
      step('approved', 'pending', 'approved', { ...m, wording: 'Lời một' }),
      step('revised', 'approved', 'approved', { ...m, wording: 'Lời hai' }),
      step('taken', 'approved', 'on_air', m),
    ])
    const times = history.history.map(entry => entry.at)
    expect(times).toEqual([...times].sort())
  })

  it('says on which screen it stood, from when until when', async () => {
    const screen = await house.screen('panel')
    const panel = await screen.join()
    const { id, version } = await moderator.approved('trên màn hình')
    const painted = [{ questionId: id, version, place: 'next' }]
    await panel.ask('screen:painted', { painted, revision: panel.revision })
    await expect
      .poll(async () => (await read(id)).screens)
      .toMatchObject([{ screenId: screen.id, until: null }])
    await panel.ask('screen:painted', { painted: [], revision: panel.revision })
    await expect.poll(async () => (await read(id)).screens[0]?.until).toMatch(/Z$/)
    await panel.ask('screen:painted', { painted, revision: panel.revision })
    await expect.poll(async () => (await read(id)).screens.length).toBe(2)
  })

  it('closes what stood on a screen when the screen is revoked', async () => {
    const screen = await house.screen('panel')
    const panel = await screen.join()
    const { id, version } = await moderator.approved('bị thu màn hình')
    const painted = [{ questionId: id, version, place: 'list' }]
    await panel.ask('screen:painted', { painted, revision: panel.revision })
    await expect.poll(async () => (await read(id)).screens.length).toBe(1)
    await (await house.as('daodien')).delete(`/api/screens/${screen.id}`, { id: randomUUID() }, 204)
    expect((await read(id)).screens[0]?.until).toMatch(/Z$/)
  })

  it('is nobody’s for a question that is not there', async () => {
    expect((await secretary.get(`/api/questions/${randomUUID()}/history`, 404)).error.code).toBe(
      'question.not_found',
    )
  })
})
