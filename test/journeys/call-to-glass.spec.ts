import { afterAll, beforeAll, describe, it } from 'vitest'
import { House } from '../support/house.js'
import { approve, cardOf, expectPainted, logQuestion, takeNext, withdraw } from '../support/steps.js'
import { Windows, expectGone, expectShown } from '../support/windows.js'

describe('one question, by keyboard, from the call to the glass', () => {
  let house: House
  let windows: Windows
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  it('is logged, approved, painted, taken and withdrawn', async () => {
    const [secretary, moderator, panel] = await Promise.all([
      windows.desk('secretary', 'thuky1'),
      windows.desk('moderator', 'duyet1'),
      windows.screen('panel'),
    ])
    const text = 'Sổ đỏ ghi địa chỉ quận cũ: có bắt buộc phải đổi không?'
    const onPanel = panel.getByText(text)

    await logQuestion(secretary, { text, phone: '0939000112', number: 1 })
    await expectGone(onPanel)

    await approve(moderator, 1)
    await expectShown(onPanel)
    await expectPainted(moderator, 'next', '1/1')

    await takeNext(moderator, 1)
    await expectShown(panel.getByText('Đang trả lời'))
    await expectPainted(moderator, 'now', '1/1')
    await expectShown(secretary.getByText('Đang trả lời').first())

    await withdraw(moderator, 1)
    await expectGone(onPanel)
    await expectShown(cardOf(moderator, 1))
    windows.expectQuiet()
  })
})
