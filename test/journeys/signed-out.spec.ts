import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../support/house.js'
import { Windows, expectShown, expectSynced, signIn } from '../support/windows.js'

describe('a desk whose session ends', () => {
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

  it('says so, and is where it was after signing in again', async () => {
    const desk = await windows.desk('moderator', 'duyet1')
    const place = desk.url()
    const beside = await desk.context().newPage()
    await beside.goto(windows.address)
    await beside.getByRole('button', { name: /Đăng xuất/ }).press('Enter')

    await expectShown(desk.getByText('Phiên đã kết thúc. Đăng nhập để làm tiếp.'))
    await signIn(desk, 'duyet1')
    await expectSynced(desk)
    expect(desk.url()).toBe(place)
    await expectShown(desk.getByRole('heading', { level: 1, name: 'Bàn duyệt' }))
    windows.expectQuiet()
  })

  it('keeps the name that was typed when the password is wrong', async () => {
    const page = await windows.signedIn('/', 'thuky1', 'sai mật khẩu')
    await expectShown(page.getByRole('alert'))
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('thuky1')
    windows.expectQuiet(/401 \(Unauthorized\)/)
  })
})
