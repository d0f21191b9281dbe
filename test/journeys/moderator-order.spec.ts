import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import { House } from '../support/house.js'
import { carry, drop, expectOrder, grip, orderAt, orderedCard } from '../support/order-steps.js'
import { Windows, expectAccessible, expectFocused, expectShown } from '../support/windows.js'

describe('the running order', () => {
  let house: House
  let windows: Windows
  let moderator: Desk
  let page: Page
  let questions: StaffQuestion[]
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    moderator = await house.as('duyet1')
    page = await windows.desk('moderator', 'duyet1')
  })
  beforeEach(async () => {
    questions = []
    for (const word of ['đất', 'thuế', 'hộ tịch', 'cư trú', 'bảo hiểm'])
      questions.push(await moderator.approved(`Câu hỏi về ${word} thì hỏi ở đâu?`))
    await expectOrder(page, numbers())
  })
  afterEach(async () => {
    await page.keyboard.press('Escape')
    const { questions: left } = await moderator.get(
      `/api/programs/${house.programId}/questions?state=approved`,
    )
    for (const question of left) await moderator.move(question, 'defer')
    await expectOrder(page, [])
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  /** The five questions' numbers, in the places that are named. */
  const numbers = (places = [0, 1, 2, 3, 4]) => places.map(place => questions[place]!.number)
  const truth = async () => {
    const client = await moderator.join()
    const order = client.of('approved').toSorted((one, other) => (one.order! < other.order! ? -1 : 1))
    client.close()
    return order.map(({ number }) => number)
  }
  /** A desk shows the order that was asked for before the server has it. */
  const expectTruth = (order: number[]) => eventually(async () => expect(await truth()).toEqual(order))

  it('is changed by dragging a card with the mouse, with one command, and every desk shows it', async () => {
    const other = await windows.desk('moderator', 'duyet2')
    const sent: string[] = []
    page.on('request', request => request.url().endsWith('/order') && sent.push(request.postData()!))
    await carry(page, numbers()[0]!, numbers()[3]!)
    await drop(page)
    await expectOrder(page, numbers([1, 2, 3, 0, 4]))
    await expectOrder(other, numbers([1, 2, 3, 0, 4]))
    await expectTruth(numbers([1, 2, 3, 0, 4]))
    expect(sent.map(body => JSON.parse(body))).toMatchObject([
      { questionId: questions[0]!.id, after: questions[3]!.id },
    ])
    expect(await page.locator('[data-card][aria-expanded="true"]').count()).toBe(0)
    await other.close()
  })

  it('is changed by keys at the grip, each step said in words, and Esc puts the card back', async () => {
    await grip(page, numbers()[0]!).focus()
    await page.keyboard.press('Space')
    await expectShown(page.getByText(`Đã cầm câu ${numbers()[0]}, thứ 1 trong 5.`))
    await page.keyboard.press('ArrowDown')
    await expectShown(page.getByText(`Câu ${numbers()[0]}: thứ 2 trong 5.`))
    await page.keyboard.press('ArrowDown')
    await expectShown(page.getByText(`Câu ${numbers()[0]}: thứ 3 trong 5.`))
    await page.keyboard.press('Space')
    await expectOrder(page, numbers([1, 2, 0, 3, 4]))
    await expectFocused(grip(page, numbers()[0]!))
    await page.keyboard.press('Space')
    await expectShown(page.getByText(`Đã cầm câu ${numbers()[0]}, thứ 3 trong 5.`))
    await page.keyboard.press('ArrowUp')
    await expectShown(page.getByText(`Câu ${numbers()[0]}: thứ 2 trong 5.`))
    await page.keyboard.press('Escape')
    await expectShown(page.getByText(`Câu ${numbers()[0]} trở về chỗ cũ.`))
    await expectOrder(page, numbers([1, 2, 0, 3, 4]))
    await expectTruth(numbers([1, 2, 0, 3, 4]))
    await expectAccessible(page)
  })

  it('is changed from the card by Alt and the arrows, pressed as fast as one likes, and by number', async () => {
    await orderedCard(page, numbers()[0]!).focus()
    for (let press = 0; press < 3; press++) await page.keyboard.press('Alt+ArrowDown')
    await expectOrder(page, numbers([1, 2, 3, 0, 4]))
    await expectFocused(orderedCard(page, numbers()[0]!))
    await page.keyboard.press('Alt+Home')
    await expectOrder(page, numbers())
    await page.keyboard.press('Alt+o')
    await expectFocused(page.getByRole('dialog').getByRole('textbox'))
    await page.keyboard.type(String(numbers()[2]))
    await expectShown(page.getByRole('dialog').getByText('Câu hỏi về hộ tịch'))
    await page.keyboard.press('Enter')
    await expectOrder(page, numbers([1, 2, 0, 3, 4]))
    await expectFocused(orderedCard(page, numbers()[0]!))
    await expectTruth(numbers([1, 2, 0, 3, 4]))
  })

  it('knows a key with Shift from the key without', async () => {
    await orderedCard(page, numbers()[0]!).focus()
    await page.keyboard.press('Alt+Shift+o')
    await expectShown(page.getByRole('button', { name: /^Ghế 1/, pressed: true }))
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: /^Mọi diễn giả/ }).press('Enter')
  })

  it('ends as one order when two moderators change it at the same moment', async () => {
    const other = await windows.desk('moderator', 'duyet2')
    await orderedCard(page, numbers()[0]!).focus()
    await orderedCard(other, numbers()[4]!).focus()
    let underway = 0
    for (const desk of [page, other]) {
      desk.on('request', request => void (underway += Number(request.url().endsWith('/order'))))
      desk.on('requestfinished', request => void (underway -= Number(request.url().endsWith('/order'))))
    }
    for (let press = 0; press < 4; press++)
      await Promise.all([page.keyboard.press('Alt+ArrowDown'), other.keyboard.press('Alt+ArrowUp')])
    const order = await eventually(async () => {
      const settled = await truth()
      expect([underway, await orderAt(page), await orderAt(other)]).toEqual([0, settled, settled])
      return settled
    })
    expect(order.toSorted((a, b) => a - b)).toEqual(numbers())
    await other.close()
  })

  it('does not pull a card out of the hand while others come and go, and takes it where it is dropped', async () => {
    await carry(page, numbers()[4]!, numbers()[1]!)
    const before = await orderAt(page)
    const arrived = await moderator.approved('Câu đến trong lúc kéo thì sao?')
    await moderator.move(questions[2]!, 'defer')
    await expectShown(page.getByText(`đã duyệt 5`))
    expect(await orderAt(page)).toEqual(before)
    await drop(page)
    await expectOrder(page, [...numbers([0, 4, 1, 3]), arrived.number])
    await expectTruth([...numbers([0, 4, 1, 3]), arrived.number])
  })

  it('says so when the neighbour was withdrawn meanwhile, and shows the order as it is', async () => {
    await carry(page, numbers()[0]!, numbers()[2]!)
    await moderator.move(questions[2]!, 'defer')
    await expectShown(page.getByText(`đã duyệt 4`))
    await drop(page)
    await expectShown(page.getByText(/vừa rời phần đã duyệt. Thứ tự giữ nguyên./))
    await expectOrder(page, numbers([0, 1, 3, 4]))
  })

  it('ends the drag, with words, when the dragged question is withdrawn by somebody else', async () => {
    await carry(page, numbers()[1]!, numbers()[3]!)
    await moderator.move(questions[1]!, 'withdraw')
    await expectShown(page.getByText(`Câu ${numbers()[1]} đang kéo vừa rời phần đã duyệt`))
    await expectOrder(page, numbers([0, 2, 3, 4]))
    await drop(page)
    await expectOrder(page, numbers([0, 2, 3, 4]))
    await orderedCard(page, numbers()[0]!).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expectOrder(page, numbers([2, 0, 3, 4]))
    await expectTruth(numbers([2, 0, 3, 4]))
    const withdrawn = (await moderator.get(`/api/programs/${house.programId}/questions?state=pending`))
      .questions[0]
    await moderator.move(withdrawn, 'defer')
  })

  it('is one speaker’s at the press of a key, and is still changed in its true place', async () => {
    const { speakers } = await moderator.get(`/api/programs/${house.programId}/speakers`)
    for (const place of [1, 3])
      questions[place] = (
        await moderator.patch(`/api/questions/${questions[place]!.id}`, {
          id: randomUUID(),
          version: questions[place]!.version,
          leadSpeakerId: speakers[0].id,
        })
      ).question
    await page.keyboard.press('Alt+Shift+o')
    await expectOrder(page, numbers([1, 3]))
    await orderedCard(page, numbers()[3]!).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expectOrder(page, numbers([3, 1]))
    await page.getByRole('button', { name: /^Mọi diễn giả/ }).press('Enter')
    await expectOrder(page, numbers([0, 3, 1, 2, 4]))
    await page.getByRole('button', { name: /^Chưa ai trả lời/ }).press('Enter')
    await expectOrder(page, numbers([0, 2, 4]))
    await page.getByRole('button', { name: /^Chưa ai trả lời/ }).press('Enter')
    windows.expectQuiet(/409/)
  })
})
