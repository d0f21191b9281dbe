import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import { House } from '../support/house.js'
import { cardOf } from '../support/steps.js'
import { Windows, expectFocused, expectGone, expectShown } from '../support/windows.js'

describe('a column under the hand', () => {
  let house: House
  let windows: Windows
  let secretary: Desk
  let other: Desk
  let page: Page
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    secretary = await house.as('thuky1')
    other = await house.as('duyet2')
    for (let number = 1; number <= 20; number++)
      await secretary.log(`Câu hỏi thứ ${number} về hồ sơ đất đai.`)
    page = await windows.desk('moderator', 'duyet1')
    await expectShown(cardOf(page, 20))
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  const news = () => page.getByRole('button', { name: /câu mới/ })
  const top = async (number: number) => (await cardOf(page, number).boundingBox())!.y

  it('stands still while somebody reads on in it, and an urgent question says that it waits', async () => {
    await cardOf(page, 3).focus()
    const before = await top(3)
    await secretary.log('Nước ngập vào nhà rồi.', { priority: 'urgent' })
    await expectShown(news().filter({ hasText: '1 câu mới · ▲▲ 1 khẩn' }))
    expect(await top(3)).toBe(before)
    expect(await cardOf(page, 21).count()).toBe(0)
    await page.keyboard.press('Alt+j')
    await expectShown(cardOf(page, 21))
    await expectFocused(cardOf(page, 3))
    await expectGone(news())
  })

  it('stands still under the mouse, and goes on when the mouse is gone', async () => {
    await page.evaluate('document.activeElement.blur()')
    await cardOf(page, 2).hover()
    await secretary.log('Câu đến lúc chuột đang ở trên cột.')
    await expectShown(news())
    await page.mouse.move(1, 1)
    await expectShown(cardOf(page, 22))
    await expectGone(news())
  })

  it('keeps an opened card that somebody else decides, says who and what, and keeps what was typed', async () => {
    await cardOf(page, 5).press('Enter')
    await page.getByLabel('Nội dung lên sóng').fill('Nội dung đang gõ dở')
    const { questions } = await other.get(`/api/programs/${house.programId}/questions?limit=200`)
    const fifth = questions.find((question: { number: number }) => question.number === 5)
    const before = await top(5)
    await other.move(fifth, 'approve')
    await expectShown(page.getByRole('alert').filter({ hasText: 'duyet2' }))
    await expectShown(cardOf(page, 5).getByText('Đã duyệt'))
    expect(await top(5)).toBe(before)
    expect(await page.getByLabel('Nội dung lên sóng').inputValue()).toBe('Nội dung đang gõ dở')
    await page.keyboard.press('Escape')
    await page.evaluate('document.activeElement.blur()')
    await page.locator('[data-column="waiting"]').evaluate(column => column.scrollTo(0, 0))
    await expectGone(cardOf(page, 5))
  })

  it('says on the card who has it open', async () => {
    const colleague = await windows.desk('moderator', 'duyet2')
    await cardOf(colleague, 7).press('Enter')
    await expectShown(cardOf(page, 7).getByText('duyet2 đang sửa'))
    await colleague.keyboard.press('Escape')
    await eventually(async () => expect(await cardOf(page, 7).getByText('duyet2 đang sửa').count()).toBe(0))
  })
})
