import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { caller } from '../support/slips.js'
import { Windows, expectAccessible, expectFocused, expectGone, expectShown } from '../support/windows.js'

const rowOf = (page: Page, number: number) =>
  page.locator('li[data-question]').filter({ hasText: new RegExp(`Câu ${number}(?!\\d)`) })
const numbers = (page: Page) =>
  page
    .locator('li[data-question] b')
    .evaluateAll(all => all.map(one => Number(one.textContent!.replace(/\D/g, ''))))
const search = async (page: Page, text: string) => {
  await page.keyboard.press('Alt+f')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

describe('the right half of the secretary’s desk', () => {
  let house: House
  let windows: Windows
  let mine: Desk
  let other: Desk
  let moderator: Desk
  let programId: string
  let page: Page
  beforeAll(async () => {
    house = await House.open()
    mine = await house.as('thuky1')
    other = await house.as('thuky2')
    moderator = await house.as('duyet1')
  })
  beforeEach(async () => {
    programId = await house.program('live')
    await windows?.close()
    windows = await Windows.open(house.addresses[0]!, programId)
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  const log = (desk: Desk, text: string, slip = {}) => desk.log(text, slip, programId)
  const everyones = async () => {
    page = await windows.desk('secretary', 'thuky1')
    await page.getByRole('tab', { name: /^Tất cả/ }).press('Enter')
  }

  it('says of each question what became of it, who decided and why', async () => {
    const lead = await log(other, 'Sổ đỏ địa chỉ cũ?', { direct: true, priority: 'urgent', caller: caller() })
    await log(other, 'sổ đỏ quận cũ', {
      sameAsId: lead.id,
      caller: caller({ name: 'Trần Năm', mayReadName: false }),
    })
    await moderator.approved('Nộp hồ sơ ở phường?', {}, programId)
    await moderator.move(await log(mine, 'alo'), 'reject', { reason: { code: 'other', text: 'gọi thử' } })
    await moderator.move(await log(other, 'Đường ngập'), 'return', { reason: 'Ở xã nào?' })
    await everyones()
    await expectShown(rowOf(page, 1).getByText('☏ Nối máy trực tiếp'))
    await expectShown(rowOf(page, 1).getByText('▲▲ Khẩn'))
    await expectShown(rowOf(page, 1).getByText('+1 người', { exact: true }))
    await expectShown(rowOf(page, 2).getByText('Đã gộp vào câu 1 · chờ duyệt'))
    await expectShown(rowOf(page, 2).getByText('Không đọc tên'))
    await expectShown(rowOf(page, 3).getByText('Đã duyệt, thứ 1'))
    await expectShown(rowOf(page, 4).getByText('gọi thử'))
    await expectShown(rowOf(page, 4).getByText(/^duyet1, \d\d:\d\d:\d\d$/))
    await expectShown(rowOf(page, 5).getByText('“Ở xã nào?”'))
    expect(await numbers(page)).toEqual([5, 4, 3, 2, 1])

    const { question } = await moderator.move(lead, 'approve')
    await moderator.take(question, null)
    await expectShown(rowOf(page, 2).getByText('Đã gộp vào câu 1 · đang trả lời'))
    await expectAccessible(page)
    windows.expectQuiet()
  })

  it('brings another secretary’s returned question one key away, and sends it back from its place', async () => {
    const question = await log(other, 'Đường ngập')
    await moderator.move(question, 'return', { reason: 'Ở xã nào?' })
    page = await windows.desk('secretary', 'thuky1')
    await page.keyboard.press('Alt+b')
    await expectFocused(page.getByRole('group', { name: 'Sửa câu hỏi' }).getByLabel('Nội dung ghi nhận'))
    await page.keyboard.type(' ở xã Thới Lai')
    await page.keyboard.press('Control+Enter')
    await expectFocused(page.getByLabel('Số điện thoại').first())
    const { questions } = await mine.get(`/api/programs/${programId}/questions`)
    expect(questions[0]).toMatchObject({ state: 'pending', verbatim: 'Đường ngập ở xã Thới Lai' })
  })

  it('is searched and filtered without tones, walked with the arrows, and read to the bottom', async () => {
    const wanted = await log(mine, 'Hỏi sổ đỏ', {
      note: 'cần gọi lại',
      caller: caller({ phone: '+84 939 000 112' }),
    })
    await log(mine, 'Đường ngập', { caller: caller({ phone: '0907.000.331' }) })
    await log(mine, 'Điện yếu')
    await moderator.move(wanted, 'approve', { wording: 'Sổ đỏ thì sao?' })
    page = await windows.desk('secretary', 'thuky1')
    await search(page, 'duong')
    await expectFocused(rowOf(page, 2).locator('[data-card]'))
    expect(await numbers(page)).toEqual([2])
    await page.keyboard.press('Alt+f')
    await page.keyboard.press('Escape')
    await search(page, '0939000112')
    await expectFocused(rowOf(page, 1).locator('[data-card]'))
    await page.keyboard.press('Enter')
    for (const said of ['0939.000.112', 'cần gọi lại', 'Sổ đỏ thì sao?'])
      await expectShown(rowOf(page, 1).locator('dd').getByText(said))
    await expectShown(rowOf(page, 1).getByText(/duyet1: Đã duyệt – Sổ đỏ thì sao\?$/))
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expectGone(rowOf(page, 1).locator('dd'))

    await page.keyboard.press('Alt+f')
    await page.keyboard.press('Escape')
    await expect.poll(() => numbers(page)).toEqual([3, 2, 1])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expectFocused(rowOf(page, 2).locator('[data-card]'))
    await page.keyboard.press('Home')
    await expectFocused(rowOf(page, 3).locator('[data-card]'))

    await page.getByRole('combobox', { name: 'Lọc theo trạng thái' }).press('Enter')
    await page.getByRole('option', { name: 'Đã duyệt' }).click()
    await expect.poll(() => numbers(page)).toEqual([1])
    windows.expectQuiet()
  })

  it('stands still under the hand: what comes waits, counted, and what is decided stays in its place', async () => {
    const first = await log(mine, 'một')
    await log(mine, 'hai')
    await everyones()
    await page.keyboard.press('Alt+f')
    await page.keyboard.press('ArrowDown')
    await expectFocused(rowOf(page, 2).locator('[data-card]'))
    await log(other, 'ba')
    await moderator.move(first, 'return', { reason: 'rõ hơn' })
    const news = page.getByRole('button', { name: /^1 câu mới/ })
    await expectShown(news)
    await expectShown(rowOf(page, 1).getByText('Trả lại'))
    expect(await numbers(page)).toEqual([2, 1])
    await expectFocused(rowOf(page, 2).locator('[data-card]'))
    await page.keyboard.press('Shift+Tab')
    await expectFocused(news)
    await page.keyboard.press('Enter')
    await expect.poll(() => numbers(page)).toEqual([1, 3, 2])
    await expectFocused(rowOf(page, 1).locator('[data-card]'))
  })

  it('advises, undoes and diverts from the row, and the slip beside it does not hear those keys', async () => {
    await log(mine, 'Hỏi giờ làm việc')
    const accusing = await log(mine, 'Ông A ăn chặn tiền', { caller: caller() })
    page = await windows.desk('secretary', 'thuky1')
    await page.keyboard.type('0907')
    await search(page, 'gio lam')
    await expectFocused(rowOf(page, 1).locator('[data-card]'))
    await page.keyboard.press('Alt+h')
    await expectShown(rowOf(page, 1).getByText('Đã hướng dẫn tại chỗ'))
    await page.keyboard.press('Alt+z')
    await expectShown(rowOf(page, 1).getByText('Chờ duyệt'))

    await page.keyboard.press('Alt+f')
    await page.keyboard.press('Escape')
    await search(page, 'an chan')
    await expectFocused(rowOf(page, 2).locator('[data-card]'))
    await page.keyboard.press('Alt+k')
    const dialog = page.getByRole('dialog')
    await expectShown(dialog.getByText('không tiếp nhận tố cáo qua điện thoại'))
    const confirm = dialog.getByRole('button', { name: /^Xóa và chuyển kênh riêng/ })
    await page.keyboard.type('1')
    expect(await confirm.isDisabled()).toBe(true)
    await page.keyboard.press('Enter')
    expect((await mine.get(`/api/programs/${programId}/questions`)).questions.length).toBe(2)
    await page.keyboard.press('Backspace')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await expectGone(dialog)
    await expectGone(page.getByText('Ông A ăn chặn tiền'))
    const rows = await house.database.query('SELECT state, verbatim FROM question WHERE id = $1', [
      accusing.id,
    ])
    expect(rows).toEqual([{ state: 'diverted', verbatim: '' }])
    expect(await page.getByLabel('Số điện thoại').first().inputValue()).toBe('0907')
    windows.expectQuiet()
  })

  it('finds elsewhere what this programme does not have', async () => {
    const before = await house.program('live')
    await other.log('Cầu Kênh Ba bao giờ xong?', { caller: caller({ phone: '0907 000 331' }) }, before)
    page = await windows.desk('secretary', 'thuky1')
    await search(page, 'kenh ba')
    await expectShown(page.getByText('Cầu Kênh Ba bao giờ xong?'))
    await expectShown(page.getByText(/Chương trình thử · \d\d\/\d\d\/\d{4}/))
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expectFocused(page.getByLabel('Tìm không cần dấu'))
    await page.keyboard.type('+84907000331')
    await page.keyboard.press('Enter')
    await expectShown(page.getByText('Cầu Kênh Ba bao giờ xong?'))
  })

  it('fits at 200 % zoom and scrolls down only', async () => {
    const question = await moderator.approved(
      'Nộp hồ sơ ở phường?'.repeat(10),
      { caller: caller() },
      programId,
    )
    await moderator.take(question, null)
    await log(other, 'x'.repeat(400), {
      id: randomUUID(),
      priority: 'urgent',
      direct: true,
      caller: caller(),
    })
    await everyones()
    await page.setViewportSize({ width: 640, height: 360 })
    await rowOf(page, 1).locator('[data-card]').press('Enter')
    await expectShown(rowOf(page, 1).locator('dd'))
    await page.keyboard.press('Alt+t')
    await expectFocused(page.getByLabel('Nội dung trả lời (một dòng)'))
    const sideways = () =>
      page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect(await sideways()).toBe(0)
    await expectAccessible(page)
  })
})
