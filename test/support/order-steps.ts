import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { eventually } from './eventually.js'

/** The running order at a moderator's desk, as it stands there. */

const column = (moderator: Page) => moderator.getByRole('region', { name: 'Đã duyệt' })

export const orderedCard = (moderator: Page, number: number) =>
  column(moderator).getByRole('button', { name: new RegExp(`^\\d+ · Câu ${number}(?!\\d)`) })

export const grip = (moderator: Page, number: number) =>
  column(moderator).getByRole('button', { name: `Kéo câu ${number}`, exact: true })

/** The numbers of the questions, from top to bottom. */
export const orderAt = (moderator: Page): Promise<number[]> =>
  column(moderator)
    .locator('[data-card]')
    .evaluateAll(cards => cards.map(card => Number(/Câu (\d+)/.exec(card.textContent ?? '')?.[1])))

export const expectOrder = (moderator: Page, order: number[]) =>
  eventually(async () => expect(await orderAt(moderator)).toEqual(order), { timeout: 10_000 })

/** Takes a card by its face, as a mouse does, and carries it over another; `drop` lets it go. */
export async function carry(moderator: Page, number: number, over: number): Promise<void> {
  const from = (await orderedCard(moderator, number).boundingBox())!
  const to = (await orderedCard(moderator, over).boundingBox())!
  await moderator.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await moderator.mouse.down()
  await moderator.mouse.move(from.x + from.width / 2, from.y + from.height / 2 + 8, { steps: 2 })
  await moderator.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 })
}

export const drop = (moderator: Page) => moderator.mouse.up()
