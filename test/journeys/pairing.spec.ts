import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Page } from 'playwright-core'
import { House } from '../support/house.js'
import { Windows, expectFocused, expectGone, expectShown } from '../support/windows.js'

describe('a screen at the producer’s desk', () => {
  let house: House
  let windows: Windows
  let producer: Page
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    producer = await windows.desk('producer', 'daodien')
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })
  const card = (name: string) => producer.getByRole('listitem').filter({ hasText: name })

  it('is paired by its code, renamed, made to show its name, and revoked', async () => {
    const { page: screen, code } = await windows.unpairedScreen()
    await producer.keyboard.press('Alt+g')
    const field = producer.getByLabel('Mã sáu số')
    await expectFocused(field)
    await producer.keyboard.type(code)
    await producer.keyboard.press('Enter')
    await expectShown(card('Màn hình chung 1').getByText('Đang kết nối'))
    await expectGone(screen.getByText(code))

    await producer.getByRole('button', { name: 'Sửa: Màn hình chung 1' }).press('Enter')
    await producer.getByLabel('Tên màn hình').fill('Màn hình sân khấu')
    await producer.keyboard.press('Enter')
    const identify = (pressed: boolean) =>
      producer.getByRole('button', { name: 'Nhận diện: Màn hình sân khấu', pressed })
    await identify(false).press('Enter')
    // Its name, and nothing but its name.
    const title = screen.getByText(/^Gặp gỡ và Đối thoại/)
    await expectGone(title)
    await expectShown(screen.getByText('Màn hình sân khấu'))
    await identify(true).press('Enter')
    await expectShown(title)

    await producer.getByRole('button', { name: 'Thu hồi màn hình: Màn hình sân khấu' }).press('Enter')
    const sure = producer.getByRole('dialog').getByRole('button', { name: 'Thu hồi màn hình' })
    await expectFocused(sure)
    await producer.keyboard.press('Enter')
    await expectGone(card('Màn hình sân khấu'))
    await expectShown(screen.getByText('Màn hình đã bị thu hồi'))
    windows.expectQuiet()
  })

  it('is opened by a link that is shown once', async () => {
    await producer.getByRole('button', { name: /^Ghép màn hình/ }).click()
    await producer.getByRole('radio', { name: 'Mã trên màn hình' }).press('ArrowRight')
    await producer.getByLabel('Loại').selectOption('overlay')
    await producer.getByRole('button', { name: 'Tạo đường dẫn' }).click()
    const link = await producer.getByRole('textbox', { name: 'Đường dẫn của màn hình' }).inputValue()
    await producer.getByRole('button', { name: 'Đã chép xong' }).click()
    const overlay = await (await windows.machine()).newPage()
    await overlay.goto(link)
    await expectShown(card('Chữ trên sóng 1').getByText('Đang kết nối'))
    windows.expectQuiet()
  })
})
