import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../support/house.js'

describe('one question, from the slip to the glass', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open()
  })
  afterAll(() => house.close())

  it('is logged, approved, taken and withdrawn, and every screen follows', async () => {
    const secretary = await house.as('thuky1')
    const moderator = await house.as('duyet1')
    const panel = await (await house.screen('panel')).join()
    const desk = await moderator.join()

    const logged = await secretary.log('so do ghi quan cu co phai doi ko', {
      caller: {
        name: 'Nguyễn Thanh Hải',
        honorific: 'Anh',
        phone: '0939.000.112',
        place: { text: 'phường Tân An' },
        mayReadName: true,
        mayKeep: true,
        mayForward: false,
      },
    })
    expect(logged).toMatchObject({
      number: 1,
      state: 'pending',
      version: 1,
      caller: { phone: { e164: '+84939000112' } },
    })
    await desk.until(() => desk.questions.has(logged.id))
    expect(panel.questions.size).toBe(0)

    const wording = 'Sổ đỏ ghi địa chỉ quận cũ: có bắt buộc phải đổi không?'
    const { question: approved } = await moderator.move(logged, 'approve', { wording })
    const shown = await panel.until(() => panel.questions.get(logged.id))
    expect(shown).toMatchObject({
      number: 1,
      text: wording,
      state: 'approved',
      callerLine: 'Anh Nguyễn Thanh Hải – phường Tân An',
    })

    const { question: taken } = await moderator.take(approved, null)
    await panel.until(() => panel.questions.get(logged.id)?.state === 'on_air')

    await moderator.move(taken, 'withdraw')
    await panel.until(() => panel.questions.size === 0)
    await desk.until(() => desk.questions.get(logged.id)?.state === 'pending')
    expect(JSON.stringify(panel.heard)).not.toMatch(/0939.000.112|939000112/)
  })
})
