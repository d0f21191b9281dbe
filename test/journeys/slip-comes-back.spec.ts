import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually.js'
import { House } from '../support/house.js'
import { sendCall, storedText, typeCall } from '../support/typing.js'
import { Windows, expectFocused, expectGone, expectShown, expectSynced } from '../support/windows.js'

describe('a slip that the server does not take', () => {
  let house: House
  let windows: Windows
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
  })
  beforeEach(() => void (windows.complaints.length = 0))
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  const words = (page: Page) => page.getByLabel('Nội dung ghi nhận').first()
  const phone = (page: Page) => page.getByLabel('Số điện thoại').first()

  it('comes back with its words and the reason, and is sent again when it is put right', async () => {
    const page = await windows.desk('secretary', 'thuky1')
    await expectFocused(phone(page))
    await page.keyboard.press('Alt+g')
    await expectFocused(page.getByLabel('Số câu trên phiếu'))
    await page.keyboard.type('501')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('0001')
    await page.keyboard.press('Tab')
    // A refusal that comes late on this machine is not taken for one that comes late to her.
    await page.evaluate('{ const now = Date.now(); Date.now = () => now }')
    await sendCall(page, { phone: '0939000112', text: 'Phiếu viết tay lúc mất điện' })
    await expectShown(page.getByRole('alert').filter({ hasText: 'Số này chưa được dành cho phiếu giấy' }))
    await expectFocused(words(page))
    expect(await words(page).inputValue()).toBe('Phiếu viết tay lúc mất điện')

    const secretary = await house.as('thuky2')
    const command = { id: randomUUID(), count: 3 }
    await secretary.post(`/api/programs/${house.programId}/paper-ranges`, command)
    await page.keyboard.press('Control+Enter')
    await expectShown(page.getByRole('status').filter({ hasText: 'Câu 501' }))
    await expectFocused(page.getByLabel('Số câu trên phiếu'))
    await eventually(async () => expect(await storedText(page)).toBe('[]'))
    windows.expectQuiet(/status of 400/)
  })

  it('is set aside when its rehearsal was wiped, and can be copied to a new one', async () => {
    const programId = await house.program('draft')
    const producer = await house.as('daodien')
    await producer.post(`/api/programs/${programId}/rehearsal`, { id: randomUUID(), on: true })
    await producer.phase(programId, 'open')
    const page = await windows.signedIn(`/secretary?program=${programId}`, 'thuky2')
    await expectSynced(page)
    await expectFocused(phone(page))
    await typeCall(page, { phone: '0939000112', text: 'Gọi thử trước giờ phát sóng' })
    await producer.delete(`/api/programs/${programId}/rehearsal`, { id: randomUUID() })
    await expectShown(page.getByText('Chương trình chưa mở tiếp nhận'))
    await producer.phase(programId, 'open')
    await expectGone(page.getByText('Chương trình chưa mở tiếp nhận'))
    await page.keyboard.press('Control+Enter')

    const row = page.getByRole('region', { name: 'Phiếu chưa gửi' }).getByRole('listitem')
    await expectShown(row.getByText(/Để riêng, không gửi nữa: Phiếu thuộc một lần chạy thử khác/))
    await expectShown(row.getByText(/Gọi thử trước giờ phát sóng/))
    await page.keyboard.press('Alt+l')
    await expectFocused(words(page))
    expect(await words(page).inputValue()).toBe('Gọi thử trước giờ phát sóng')
    await page.keyboard.press('Control+Enter')
    await expectShown(page.getByRole('status').filter({ hasText: 'Câu 1' }))
    await expectGone(row)
    windows.expectQuiet(/status of 409/)
  })
})
