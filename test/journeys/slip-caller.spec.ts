import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually.js'
import { House } from '../support/house.js'
import { Windows, expectShown, signIn } from '../support/windows.js'

describe('who calls', () => {
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

  const phone = (page: Page) => page.getByLabel('Số điện thoại').first()

  it('lives where an old name finds it, taken with Tab, or where nobody has listed it', async () => {
    const page = await windows.desk('secretary', 'thuky1')
    const place = page.getByLabel('Nơi ở').first()
    await place.focus()
    await page.keyboard.type('xuan khanh')
    await expectShown(page.getByRole('option', { name: 'phường Ninh Kiều (Xuân Khánh cũ)' }))
    await page.keyboard.press('Tab')
    expect(await place.inputValue()).toBe('phường Ninh Kiều (Xuân Khánh cũ)')
    await place.fill('gần chợ nổi')
    await page.keyboard.press('Tab')
    expect(await place.inputValue()).toBe('gần chợ nổi')
    await place.fill('tan an')
    await expectShown(page.getByRole('option', { name: 'phường Tân An' }))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await place.inputValue()).toBe('tan an')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    expect(await place.inputValue()).toBe('tan an')
    windows.expectQuiet()
  })

  it('is heard of by a colleague who types the same number, and is still there after signing out', async () => {
    const first = await windows.desk('secretary', 'thuky1')
    const second = await windows.desk('secretary', 'thuky2')
    for (const page of [first, second]) {
      await phone(page).focus()
      await page.keyboard.type('0907.000.331')
    }
    await expectShown(second.getByText(/cũng đang ghi số này/))

    await first.getByRole('button', { name: /^Đăng xuất/ }).press('Enter')
    await expectShown(first.getByText(/Phiếu được giữ trên máy này cho tài khoản/))
    await first.getByRole('button', { name: 'Đăng xuất, giữ phiếu' }).press('Enter')
    await signIn(first, 'thuky1')
    await eventually(async () => expect(await phone(first).inputValue()).toBe('0907.000.331'))
    windows.expectQuiet()
  })
})
