import type { Page } from 'playwright-core'
import { expectFocused, expectGone, expectShown, hasFocus, tabTo } from './windows.js'

/** What people do at their desks, by keyboard alone, and what they then see. */

/** A slip: the cursor is in the phone's field, and the number to be said to the caller comes back. */
export async function logQuestion(
  secretary: Page,
  { text, phone, number }: { text: string; phone: string; number: number },
): Promise<void> {
  await expectFocused(secretary.getByLabel('Số điện thoại').first())
  await secretary.keyboard.type(phone)
  await tabTo(secretary, secretary.getByLabel('Nội dung ghi nhận').first())
  await secretary.keyboard.type(text)
  await secretary.keyboard.press('Control+Enter')
  await expectShown(secretary.getByRole('status').filter({ hasText: new RegExp(`Câu ${number}(?!\\d)`) }))
}

const waiting = (moderator: Page) => moderator.getByRole('region', { name: 'Chờ duyệt' })

/** A question that waits for a decision. */
export const cardOf = (moderator: Page, number: number) =>
  waiting(moderator).getByRole('button', { name: new RegExp(`Câu ${number}(?!\\d)`) })

/** Tab leads into the column, the arrows to the card. What came while a hand was on the column is let in first. */
async function reach(moderator: Page, number: number): Promise<void> {
  const card = cardOf(moderator, number)
  const news = waiting(moderator).getByRole('button', { name: /câu mới/ })
  await expectShown(card.or(news))
  if (await news.isVisible()) await news.press('Enter')
  await expectShown(card)
  await tabTo(moderator, waiting(moderator).locator('[data-card][tabindex="0"]'))
  await moderator.keyboard.press('Home')
  for (let presses = 0; presses < 40 && !(await hasFocus(card)); presses++)
    await moderator.keyboard.press('ArrowDown')
}

/** Opens a card that waits; what came while a hand was on the column is let in first. */
export async function openCard(moderator: Page, number: number): Promise<void> {
  const card = cardOf(moderator, number)
  const news = waiting(moderator).getByRole('button', { name: /câu mới/ })
  await expectShown(card.or(news))
  if (await news.isVisible()) await news.press('Enter')
  await card.press('Enter')
  await expectFocused(moderator.getByLabel('Nội dung lên sóng'))
}

/** Reaches the card, opens it, approves it; its wording is what was logged. */
export async function approve(moderator: Page, number: number): Promise<void> {
  await reach(moderator, number)
  await moderator.keyboard.press('Enter')
  await expectShown(moderator.getByLabel('Nội dung lên sóng'))
  await moderator.keyboard.press('Alt+d')
  await expectGone(cardOf(moderator, number))
}

/** The two cards on top of the moderator's desk: what the screens show. */
export const face = (moderator: Page, place: 'now' | 'next') =>
  moderator.getByRole('region', { name: place === 'now' ? 'Đang trả lời' : 'Tiếp theo' })

/** Every screen says that it shows this question, in this version. */
export const expectPainted = (moderator: Page, place: 'now' | 'next', screens: string) =>
  expectShown(face(moderator, place).getByText(`✓ ${screens} màn hình`))

export async function takeNext(moderator: Page, number: number): Promise<void> {
  await moderator.keyboard.press('Alt+Enter')
  await expectShown(face(moderator, 'now').getByText(`Câu ${number}`))
}

/** Off every screen, with one key. */
export async function withdraw(moderator: Page, number: number): Promise<void> {
  await moderator.keyboard.press('Alt+r')
  await expectGone(face(moderator, 'now').getByText(`Câu ${number}`))
}
