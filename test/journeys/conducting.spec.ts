import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Page } from 'playwright-core'
import { House } from '../support/house.js'
import { Windows, expectGone, expectShown } from '../support/windows.js'

describe('the hour at the producer’s desk', () => {
  let house: House
  let windows: Windows
  let producer: Page
  let panel: Page
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    panel = await windows.screen('panel', 'Màn hình chung')
    producer = await windows.desk('producer', 'daodien')
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })
  const press = (name: string | RegExp) => producer.getByRole('button', { name }).first().press('Enter')

  it('pauses and goes on, is lengthened and shortened', async () => {
    await press('Tạm dừng')
    await expectShown(producer.getByRole('banner').getByText('Tạm dừng'))
    await press('Trở lại trực tiếp')
    await expectShown(producer.getByRole('banner').getByText('TRỰC TIẾP'))
    await press('Thêm 5 phút')
    await expectShown(producer.getByText('65 phút', { exact: true }))
    await press('Bớt 1 phút')
    await expectShown(producer.getByText('64 phút', { exact: true }))
    windows.expectQuiet()
  })

  it('stops the intake, which is said at the secretary’s desk, and opens it again', async () => {
    const secretary = await windows.desk('secretary', 'thuky1')
    await press(/^Ngưng tiếp nhận/)
    await expectShown(secretary.getByRole('banner').getByText('Ngưng tiếp nhận'))
    await press(/^Mở lại tiếp nhận/)
    await expectGone(secretary.getByRole('banner').getByText('Ngưng tiếp nhận'))
    windows.expectQuiet()
  })

  it('blanks the screens and brings them back, and puts a test card on one', async () => {
    const title = panel.getByText(/^Gặp gỡ và Đối thoại/)
    await expectShown(title)
    await producer.keyboard.press('Alt+0')
    await expectGone(title)
    await producer.keyboard.press('Alt+0')
    await expectShown(title)
    await press('Thẻ thử: Màn hình chung')
    await expectShown(panel.getByText(/Ẫ Ễ Ợ Ự/).first())
    await press('Thẻ thử: Màn hình chung')
    await expectShown(title)
    windows.expectQuiet()
  })

  it('cues the question on air for the overlay, which shows nothing else', async () => {
    const overlay = await windows.screen('overlay', 'Đồ họa')
    const moderator = await house.as('duyet1')
    const question = await moderator.approved('Nộp hồ sơ ở đâu?')
    await moderator.take(question, null)
    const shown = overlay.getByText('Nộp hồ sơ ở đâu?')
    await expectShown(panel.getByText('Nộp hồ sơ ở đâu?'))
    await expectGone(shown)
    await press(/^Đưa câu 1 lên hình/)
    await expectShown(shown)
    await moderator.move({ ...question, version: question.version + 1 }, 'withdraw')
    await expectGone(shown)
    windows.expectQuiet()
  })
})
