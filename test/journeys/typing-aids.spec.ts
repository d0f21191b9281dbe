import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import { House } from '../support/house.js'
import {
  Windows,
  expectAccessible,
  expectFocused,
  expectGone,
  expectShown,
  hasFocus,
  tabTo,
} from '../support/windows.js'

const LOAN = {
  honorific: 'Cô',
  name: 'Huỳnh Kim Loan',
  phone: '0907.000.331',
  place: { text: 'phường Cái Khế' },
  mayReadName: true,
  mayKeep: true,
  mayForward: true,
}
const OLD_ADDRESS = 'Sổ đỏ ghi địa chỉ quận cũ: gia đình có bắt buộc phải đổi không?'

const textOf = (page: Page) => page.getByLabel('Nội dung ghi nhận').first()
const phoneOf = (page: Page) => page.getByLabel('Số điện thoại').first()
const similarOn = (page: Page) => page.getByRole('list', { name: 'Câu giống nhau đã ghi' })
const earlierOn = (page: Page) => page.getByRole('group', { name: 'Các lần gọi trước' })

describe('while a call is taken down', () => {
  let house: House
  let windows: Windows
  let colleague: Desk
  let moderator: Desk
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    colleague = await house.as('thuky2')
    moderator = await house.as('duyet1')
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  async function present(id: string): Promise<StaffQuestion> {
    const { questions } = await colleague.get(`/api/programs/${house.programId}/questions`)
    return questions.find((question: StaffQuestion) => question.id === id)
  }

  /** A desk with a blank slip and the cursor in it. */
  async function desk(): Promise<Page> {
    const page = await windows.desk('secretary', 'thuky1')
    await expectFocused(phoneOf(page))
    return page
  }

  it('who asked the same is found without tones, shown live, and joined with one key', async () => {
    const asked = await colleague.log(OLD_ADDRESS)
    const page = await desk()
    await tabTo(page, textOf(page))
    await page.keyboard.type('so do ghi dia chi quan cu gia dinh co bat buoc phai doi ko')
    const hit = similarOn(page)
      .getByRole('listitem')
      .filter({ hasText: `Giống câu ${asked.number}` })
    await expectShown(hit.getByText('Chờ duyệt'))
    await expectShown(hit.getByText(OLD_ADDRESS))
    expect(await hasFocus(textOf(page))).toBe(true)
    await expectAccessible(page)

    const { question: approved } = await moderator.move(asked, 'approve')
    await moderator.take(approved, null)
    await expectShown(hit.getByText('Đang trả lời'))

    await page.keyboard.press('Alt+1')
    const said = page.getByRole('status').filter({ hasText: `Câu ${asked.number + 1}` })
    await expectShown(said.filter({ hasText: `Đã gộp vào câu ${asked.number}` }))
    await expectGone(similarOn(page))
    expect((await present(asked.id)).askers.map(asker => asker.number)).toEqual([asked.number + 1])
    windows.expectQuiet()
  })

  it('a question that is closed to others is shown without a key', async () => {
    const text = 'Trường mầm non mới bao giờ nhận trẻ dưới ba tuổi?'
    const logged = await colleague.log(text)
    await moderator.move(logged, 'reject', { reason: { code: 'out_of_scope' } })
    const page = await desk()
    await tabTo(page, textOf(page))
    await page.keyboard.type('truong mam non moi bao gio nhan tre duoi ba tuoi')
    const hit = similarOn(page)
      .getByRole('listitem')
      .filter({ hasText: `Giống câu ${logged.number}` })
    await expectShown(hit.getByText('Loại'))
    expect(await hit.getByRole('button').count()).toBe(0)
    windows.expectQuiet()
  })

  it('a number that called before says who it is, and one key fills that in, but no consent', async () => {
    const earlier = await colleague.log('Đường trước nhà ngập từ tháng 9', { caller: LOAN })
    const page = await desk()
    await page.keyboard.type('0907000331')
    await expectShown(earlierOn(page).getByText('Cô Huỳnh Kim Loan · phường Cái Khế'))
    await expectShown(earlierOn(page).getByText('gọi lần 2'))
    await expectShown(earlierOn(page).getByText(`câu ${earlier.number}`))
    await page.getByLabel('Danh xưng').first().fill('Bà')
    await page.keyboard.press('Alt+e')
    const filled = (label: string) => page.getByLabel(label).first().inputValue()
    expect([await filled('Danh xưng'), await filled('Họ tên'), await filled('Nơi ở')]).toEqual([
      'Bà',
      'Huỳnh Kim Loan',
      'phường Cái Khế',
    ])
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)

    await moderator.move(earlier, 'defer')
    await expectShown(earlierOn(page).getByText('trả lời sau'))

    await phoneOf(page).fill('0939000112')
    await expectGone(earlierOn(page).getByText('Huỳnh Kim Loan'))
    windows.expectQuiet()
  })

  it('a denunciation is heard, with the sentence to read and nothing moved; whoever listens decides', async () => {
    const page = await desk()
    const below = page.getByLabel('Tính chất').first()
    await tabTo(page, textOf(page))
    const before = await below.boundingBox()
    await page.keyboard.type('to ong Nguyen Van Mau can bo dia chinh lay 15 trieu lam so')
    const sentence = page.getByText(/Chương trình không tiếp nhận tố cáo qua điện thoại/)
    await expectShown(sentence)
    // All of it is there to be read out, without scrolling.
    const hint = page.getByRole('status').filter({ has: sentence })
    expect(await hint.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0)
    expect(await hasFocus(textOf(page))).toBe(true)
    expect(await below.boundingBox()).toEqual(before)
    await expectAccessible(page)

    await page.keyboard.press('Alt+k')
    expect(await hasFocus(page.getByRole('button', { name: /^Xóa và chuyển kênh riêng/ }))).toBe(true)
    await page.keyboard.press('Escape')
    await expectGone(page.getByRole('dialog'))
    await tabTo(page, page.getByRole('button', { name: 'Không phải' }))
    await page.keyboard.press('Enter')
    await expectGone(sentence)
    windows.expectQuiet()
  })

  it.each([
    ['on a desk', 1280],
    ['at 200 % zoom', 640],
  ])('private numbers are marked where they stand, %s; the hotlines are not', async (_, width) => {
    const page = await desk()
    await page.setViewportSize({ width, height: 720 })
    const long =
      'Nhà ở hẻm 12, mưa là ngập tới đầu gối, gọi đường dây nóng 0931.015.119 hoài không ai bắt máy.\n'
    await textOf(page).fill(`${long.repeat(8)}Gọi lại giùm số 0939 000 112, căn cước 092099001234\n`)
    await expectShown(page.getByText(/Số riêng, không lên sóng: 0939 000 112 \(điện thoại\), 092099001234/))
    expect(await page.locator('mark').allTextContents()).toEqual(['0939 000 112', '092099001234'])
    // Lines that broke elsewhere than in the field would make another height.
    await eventually(async () => {
      const [field, layer] = await textOf(page).evaluate(element => {
        const mirror = element.ownerDocument.querySelector('mark')!.closest('[aria-hidden]')!
        return [element, mirror].map(({ scrollHeight, clientWidth, scrollTop }) => ({
          scrollHeight,
          clientWidth,
          scrollTop,
        }))
      })
      expect(layer).toEqual(field)
    })
    windows.expectQuiet()
  })

  it('a returned question is completed in every field, and only what was changed is sent', async () => {
    const logged = await colleague.log('Hẻm ngập', { note: 'Gọi lại sau 10 giờ' })
    await moderator.move(logged, 'return', { reason: 'Hẻm nào, phường nào?' })
    const page = await windows.desk('secretary', 'thuky1')
    await page.getByRole('tab', { name: /^Tất cả/ }).click()
    await page.keyboard.press('Alt+b')
    const form = page.getByRole('group', { name: 'Sửa câu hỏi' })
    await expectFocused(form.getByLabel('Nội dung ghi nhận'))
    await expectShown(page.getByText('Hẻm nào, phường nào?'))
    await page.keyboard.type(' ở hẻm 12 phường Tân An')
    await tabTo(page, form.getByLabel('Nối máy trực tiếp'))
    await page.keyboard.press('Space')

    await page.keyboard.press('Control+Enter')
    await expectGone(form)
    expect(await present(logged.id)).toMatchObject({
      state: 'pending',
      verbatim: 'Hẻm ngập ở hẻm 12 phường Tân An',
      direct: true,
      note: 'Gọi lại sau 10 giờ',
    })

    await page.getByRole('button', { name: `Sửa Câu ${logged.number}` }).press('Enter')
    await expectFocused(form.getByLabel('Nội dung ghi nhận'))
    await page.keyboard.press('Escape')
    await expectGone(form)
    windows.expectQuiet()
  })

  it('a correction leaves the machine with its question when that is diverted', async () => {
    const logged = await colleague.log('Hẻm ngập, ông Mật biết')
    const { question: returned } = await moderator.move(logged, 'return', { reason: 'Hẻm nào?' })
    const page = await windows.desk('secretary', 'thuky1')
    await page.getByRole('tab', { name: /^Tất cả/ }).click()
    await page.keyboard.press('Alt+b')
    const form = page.getByRole('group', { name: 'Sửa câu hỏi' })
    await expectFocused(form.getByLabel('Nội dung ghi nhận'))
    await page.keyboard.type(' hết rồi')
    const kept = () => page.evaluate<string>('JSON.stringify(localStorage)')
    expect(await kept()).toContain('ông Mật biết hết rồi')
    await moderator.move(returned, 'divert', { confirmNumber: logged.number })
    await expectGone(form)
    await eventually(async () => expect(await kept()).not.toContain('Mật'))
    windows.expectQuiet()
  })
})
