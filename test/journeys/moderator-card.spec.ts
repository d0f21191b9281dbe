import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import { House } from '../support/house.js'
import { later, slowly } from '../support/page-clock.js'
import { cardOf, expectPainted, face, openCard } from '../support/steps.js'
import {
  Windows,
  expectAccessible,
  expectFocused,
  expectGone,
  expectShown,
  expectSynced,
} from '../support/windows.js'

const wordingOf = (page: Page | Locator) => page.getByLabel('Nội dung lên sóng')
/** Lets in a question that waits behind the hand, as soon as it has come; then the hand leaves the column. */
async function letIn(page: Page, id: string): Promise<void> {
  const card = page.locator(`[data-column=waiting] #card-${id}`)
  await eventually(
    async () => {
      await page.keyboard.press('Alt+j')
      if ((await card.count()) === 0) throw new Error('it has not come yet')
    },
    { timeout: 15_000, interval: 100 },
  )
  await page.evaluate('document.activeElement?.blur()')
}
const opened = (page: Page) => page.getByRole('listitem').filter({ has: wordingOf(page) })

describe('the opened card', () => {
  let house: House
  let windows: Windows
  let secretary: Desk
  let api: Desk
  let page: Page
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    secretary = await house.as('thuky1')
    api = await house.as('duyet1')
    page = await windows.desk('moderator', 'duyet1')
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  const open = (number: number) => openCard(page, number)

  it('compares the wording with what was said, and shows what a screen would', async () => {
    const { number } = await secretary.log('Con em bị trả hồ sơ về 2 lần thì làm sao?')
    await open(number)
    await wordingOf(page).fill('Hồ sơ bị trả về hai lần thì làm sao?')
    const card = opened(page)
    await expectShown(card.locator('del').filter({ hasText: 'Con em' }))
    await expectShown(card.getByText(/−5 \+3 từ/))
    await expectShown(card.getByRole('article').getByText('Hồ sơ bị trả về hai lần thì làm sao?'))
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    windows.expectQuiet()
  })

  it('lets no private number on air before it is taken out or allowed by name', async () => {
    const out = await secretary.log('Gọi 0706.000.714 ko ai nghe máy')
    await open(out.number)
    await expectShown(opened(page).getByRole('article').getByText('Gọi ••• ko ai nghe máy'))
    await page.keyboard.press('Alt+d')
    await expectShown(page.getByText('Bỏ hoặc cho phép từng số riêng trước khi duyệt.'))
    await page.keyboard.press('Alt+m')
    expect(await wordingOf(page).inputValue()).toBe('Gọi ko ai nghe máy')
    await page.keyboard.press('Alt+d')
    await expectShown(face(page, 'next').getByText('Gọi ko ai nghe máy'))

    const named = await secretary.log('Số 0706.000.714 có phải của phường không?')
    await open(named.number)
    await page.keyboard.press('Alt+p')
    await expectShown(opened(page).getByRole('article').getByText('Số 0706.000.714 có phải'))
    await page.keyboard.press('Alt+d')
    await expectGone(cardOf(page, named.number))
    windows.expectQuiet()
  })

  it('keeps what was typed through a reload, until it is approved', async () => {
    const { id, number } = await secretary.log('Nộp hồ sơ ở đâu?')
    await open(number)
    await wordingOf(page).fill('Hồ sơ nộp tại phường hay tại thành phố?')
    await page.reload()
    await open(number)
    expect(await wordingOf(page).inputValue()).toBe('Hồ sơ nộp tại phường hay tại thành phố?')
    await page.keyboard.press('Alt+d')
    await expectGone(cardOf(page, number))
    const kept = `Object.keys(localStorage).filter(key => key.endsWith("${id}"))`
    await eventually(async () => expect(await page.evaluate(kept)).toEqual([]))
    windows.expectQuiet()
  })

  it('corrects what was taken down, and says the caller’s line with the leave that was given', async () => {
    const { number } = await secretary.log('Đường ngập', {
      caller: {
        name: 'Diễm',
        place: { text: 'Phường Tân An' },
        mayReadName: false,
        mayKeep: false,
        mayForward: false,
      },
    })
    await open(number)
    await expectShown(opened(page).getByText('một khán giả ở phường Tân An').first())
    await page.keyboard.press('Alt+v')
    const text = page.getByRole('group', { name: 'Sửa câu hỏi' }).getByLabel('Nội dung ghi nhận')
    await expectFocused(text)
    await text.fill('Đường trước nhà ngập')
    await page.getByLabel('Đọc tên trên sóng').check()
    await page.keyboard.press('Control+Enter')
    await expectShown(
      opened(page)
        .getByRole('article')
        .getByText(/^Ông\/Bà Diễm/i),
    )
    await expectShown(
      opened(page).getByRole('group', { name: 'Nội dung ghi nhận' }).getByText('Đường trước nhà ngập'),
    )
    await page.keyboard.press('Escape')
    windows.expectQuiet()
  })

  it('is merged into its likeliest double with two keys, and keeps its caller', async () => {
    const phone = { phone: '0939000115', mayReadName: false, mayKeep: false, mayForward: false }
    const lead = await secretary.log('Giấy phép bán rượu thì nộp ở phường được không?')
    const double = await secretary.log('Giấy phép bán rượu nộp ở phường được không ạ?', { caller: phone })
    await open(double.number)
    await expectShown(page.getByRole('region', { name: 'Nghi trùng' }).getByText(`Câu ${lead.number}`))
    await page.keyboard.press('Alt+g')
    await expectFocused(page.getByLabel('Gộp vào câu số'))
    await page.keyboard.press('Enter')
    await expectGone(cardOf(page, double.number))
    await open(lead.number)
    await expectShown(opened(page).getByText(`Câu ${double.number} · một khán giả · 0939.000.115`))
    await page.keyboard.press('Escape')
    windows.expectQuiet()
  })

  it('says what it is like as that is now: merged meanwhile it names the lead, diverted nothing', async () => {
    const first = await secretary.log('Khai tử ở phường Thới An Đông cần giấy tờ gì?')
    const like = await secretary.log('Ở phường Thới An Đông khai tử cần giấy tờ gì ạ?')
    const other = await secretary.log('Trồng cây xanh ven kênh do ai phụ trách?')
    const mark = (number: number) => page.locator(`#card-${like.id}`).getByText(`≈ câu ${number}`)
    await letIn(page, like.id)
    // Only a card in sight is asked about.
    await page.locator(`#card-${like.id}`).scrollIntoViewIfNeeded()
    await expectShown(mark(first.number))
    const { question } = await api.move(first, 'merge', { intoId: other.id })
    await expectShown(mark(other.number))
    const split = await api.move(question, 'split')
    await expectShown(mark(first.number))
    await api.move(split.question, 'divert', { confirmNumber: first.number })
    await expectGone(mark(first.number))
    windows.expectQuiet()
  })

  it('tells the history of a question, with the words that were changed', async () => {
    const approved = await api.approved('Cấp đổi sổ mất mấy ngày?')
    const { question } = await api.move(approved, 'withdraw')
    await open(question.number)
    await wordingOf(page).fill('Cấp đổi sổ đỏ mất mấy ngày?')
    await page.keyboard.press('Alt+d')
    await expectGone(cardOf(page, question.number))
    const card = page.getByRole('region', { name: 'Đã duyệt' }).getByRole('button', { name: /Cấp đổi sổ đỏ/ })
    await card.press('Enter')
    await page.keyboard.press('Alt+i')
    const history = page.getByRole('region', { name: 'Nhật ký' })
    await expectShown(history.getByText('duyet1 đã thu hồi'))
    await expectShown(history.locator('ins').filter({ hasText: 'đỏ' }))
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    windows.expectQuiet()
  })

  it('is taken back with a second Alt+Z when the line was away for the first', async () => {
    const { id, number } = await secretary.log('Đăng ký tạm trú ở đâu?')
    await open(number)
    // What was not answered is not taken back.
    const answered = page.waitForResponse(one => one.url().endsWith('/moves'))
    await page.keyboard.press('Alt+d')
    await answered
    await expectShown(
      face(page, 'next')
        .or(page.getByRole('region', { name: 'Đã duyệt' }))
        .getByText('Đăng ký tạm trú'),
    )
    await page.context().setOffline(true)
    await page.keyboard.press('Alt+z')
    await expectShown(page.getByText(/Không kết nối được máy chủ/))
    await page.context().setOffline(false)
    await expectSynced(page)
    await page.keyboard.press('Alt+z')
    await letIn(page, id)
    windows.expectQuiet(/ERR_INTERNET_DISCONNECTED|WebSocket/)
  })
})

describe('the air', () => {
  let house: House
  let windows: Windows
  let api: Desk
  let page: Page
  let panel: Page
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    api = await house.as('duyet1')
    page = await windows.desk('moderator', 'duyet1')
    panel = await windows.screen('panel')
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  it('takes one question for any number of presses within a second', async () => {
    for (const text of ['Câu thứ nhất?', 'Câu thứ hai?', 'Câu thứ ba?']) await api.approved(text)
    await expectPainted(page, 'next', '1/1')
    await slowly(page, async () => {
      await page.keyboard.press('Alt+Enter')
      await page.keyboard.press('Alt+Enter')
      await page.keyboard.press('Alt+Shift+n')
      await page.getByRole('button', { name: /^Câu tiếp theo/ }).click()
    })
    await expectPainted(page, 'now', '1/1')
    await expectShown(face(page, 'now').getByText('Câu thứ nhất?'))
    await expectShown(face(page, 'next').getByText('Câu thứ hai?'))
    windows.expectQuiet()
  })

  it('swaps the two when the one on air is to be kept', async () => {
    // Within a second of the last press it would be the same press.
    await later(page, 2000)
    await page.keyboard.press('Alt+Shift+n')
    await expectShown(face(page, 'now').getByText('Câu thứ hai?'))
    await expectShown(face(page, 'next').getByText('Câu thứ nhất?'))
    windows.expectQuiet()
  })

  it('is corrected in one dialog, which is off the screens in between', async () => {
    await page.keyboard.press('Alt+Shift+e')
    const dialog = page.getByRole('dialog')
    await expectFocused(wordingOf(dialog))
    await wordingOf(dialog).fill('Câu thứ hai, đã sửa?')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expectGone(dialog)
    await expectShown(face(page, 'now').getByText('Câu thứ hai, đã sửa?'))
    await expectShown(panel.getByText('Câu thứ hai, đã sửa?'))
    await expectPainted(page, 'now', '1/1')
    windows.expectQuiet()
  })

  it('asks when another question has just come to stand where NEXT stood', async () => {
    const other = await house.as('duyet2')
    const last = await api.approved('Câu chen ngang?')
    await expectShown(page.getByRole('region', { name: 'Đã duyệt' }).getByText('Câu chen ngang?'))
    const order = { id: randomUUID(), questionId: last.id, after: null }
    await slowly(page, async () => {
      await other.post(`/api/programs/${house.programId}/order`, order)
      await expectShown(face(page, 'next').getByText('Câu chen ngang?'))
      await page.keyboard.press('Alt+Enter')
    })
    await expectShown(page.getByRole('dialog').getByText(/Câu tiếp theo vừa đổi từ câu 1 sang câu 4/))
    await page.keyboard.press('Enter')
    await expectGone(page.getByRole('dialog'))
    await expectShown(face(page, 'now').getByText('Câu thứ hai, đã sửa?'))
    windows.expectQuiet()
  })

  it('is withdrawn with one press however long the line is away', async () => {
    await page.context().setOffline(true)
    await page.keyboard.press('Alt+r')
    await expectShown(page.getByText('Đang thu hồi câu 2…'))
    await page.context().setOffline(false)
    await expectGone(panel.getByText('Câu thứ hai, đã sửa?'))
    await expectGone(page.getByText('Đang thu hồi câu 2…'))
    windows.expectQuiet(/ERR_INTERNET_DISCONNECTED|WebSocket/)
  })
})
