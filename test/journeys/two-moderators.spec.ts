import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import { House } from '../support/house.js'
import { cardOf, face, openCard } from '../support/steps.js'
import { Windows, expectGone, expectShown } from '../support/windows.js'

/** What Chromium writes by itself when the server refuses what came second. */
const REFUSED = /409 \(Conflict\)/

const wordingOf = (page: Page) => page.getByLabel('Nội dung lên sóng')

describe('two moderators', () => {
  let house: House
  let windows: Windows
  let secretary: Desk
  let one: Page
  let two: Page
  let question: StaffQuestion
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    secretary = await house.as('thuky1')
    ;[one, two] = await Promise.all([
      windows.desk('moderator', 'duyet1'),
      windows.desk('moderator', 'duyet2'),
    ])
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })
  beforeEach(async () => {
    for (const page of [one, two]) await page.keyboard.press('Escape')
    question = await secretary.log(`Câu hỏi lúc ${performance.now()}?`)
  })

  const open = (page: Page) => openCard(page, question.number)
  const stored = async () =>
    (await secretary.get(`/api/programs/${house.programId}/questions`)).questions.find(
      (one: StaffQuestion) => one.id === question.id,
    ) as StaffQuestion

  it('see that the other has the question open', async () => {
    await open(one)
    await open(two)
    await expectShown(one.getByRole('alert').filter({ hasText: 'duyet2 đang sửa' }))
    await expectShown(two.getByRole('alert').filter({ hasText: 'duyet1 đang sửa' }))
    windows.expectQuiet()
  })

  it('who approve in the same instant: one has done it, the other is told and loses no word', async () => {
    await Promise.all([open(one), open(two)])
    await wordingOf(one).fill('Lời của người thứ nhất?')
    await wordingOf(two).fill('Lời của người thứ hai?')
    await Promise.all([one.keyboard.press('Alt+d'), two.keyboard.press('Alt+d')])
    const told = (page: Page) => page.getByRole('button', { name: /^Giữ nội dung đang gõ/ })
    await eventually(async () => expect((await told(one).count()) + (await told(two).count())).toBe(1))
    const [loser, words, winners] = (await told(one).count())
      ? [one, 'Lời của người thứ nhất?', 'Lời của người thứ hai?']
      : [two, 'Lời của người thứ hai?', 'Lời của người thứ nhất?']
    expect((await stored()).wording).toBe(winners)
    expect(await wordingOf(loser).inputValue()).toBe(words)
    await expectShown(loser.getByRole('alert').filter({ hasText: winners }))

    // Nothing is sent over the other's words before that was decided.
    await loser.keyboard.press('Alt+d')
    await expectShown(loser.getByText(/Chọn giữ nội dung đang gõ/))
    expect((await stored()).wording).toBe(winners)
    await loser.keyboard.press('Alt+Shift+g')
    await loser.keyboard.press('Alt+d')
    await expectShown(face(loser, 'next').getByText(words))
    expect((await stored()).wording).toBe(words)
    windows.expectQuiet(REFUSED)
  })

  it('of whom one merges what the other words: the words stay, and the card says what happened', async () => {
    const lead = await secretary.log('Câu chính để gộp vào?')
    await open(two)
    await wordingOf(two).fill('Đang gõ dở')
    const mover = await house.as('duyet1')
    await mover.move(question, 'merge', { intoId: lead.id })
    await expectShown(two.getByRole('alert').filter({ hasText: /duyet1 đã gộp lúc/ }))
    await expectShown(two.getByRole('alert').filter({ hasText: 'Đang gõ dở' }))
    await two.keyboard.press('Alt+Shift+l')
    await expectGone(two.getByText('Đang gõ dở'))
    windows.expectQuiet(REFUSED)
  })

  it('of whom one corrects what the other has not touched: the card is simply right, and says who did it', async () => {
    await open(one)
    const other = await house.as('duyet2')
    await other.patch(`/api/questions/${question.id}`, {
      id: randomUUID(),
      version: question.version,
      wording: 'Lời duyet2 vừa sửa?',
    })
    await expectShown(one.getByRole('alert').filter({ hasText: /duyet2 đã sửa lúc/ }))
    expect(await wordingOf(one).inputValue()).toBe('Lời duyet2 vừa sửa?')
    await one.keyboard.press('Alt+d')
    await expectGone(cardOf(one, question.number))
    windows.expectQuiet(REFUSED)
  })
})
