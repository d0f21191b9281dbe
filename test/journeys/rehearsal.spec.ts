import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { backUp } from '../../server/backup/back-up.js'
import { House } from '../support/house.js'
import { newPerson, PASSWORD } from '../support/people.js'
import { Windows, expectAccessible, expectGone, expectShown, expectSynced } from '../support/windows.js'

describe('before air', () => {
  let house: House
  let windows: Windows
  let programId: string
  let page: Page
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doithoai-backup-'))
    house = await House.open()
    programId = await house.program('draft')
    windows = await Windows.open(house.addresses[0]!, programId)
    const person = await newPerson(house, { roles: ['producer', 'secretary'], programId })
    page = await windows.signedIn(`/before-air?program=${programId}`, person.username, PASSWORD)
    await expectSynced(page)
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
    await rm(folder, { recursive: true, force: true })
  })
  const press = (name: string | RegExp, within: Page | ReturnType<Page['getByRole']> = page) =>
    within.getByRole('button', { name }).first().press('Enter')
  const check = (name: string, standing: 'good' | 'bad' | 'absent') =>
    expectShown(page.locator(`[data-standing=${standing}]`).filter({ hasText: name }))
  const phase = async (to: string) => (await house.as('daodien')).phase(programId, to)

  it('lists what is to be mended and how, and says honestly what cannot be checked', async () => {
    await check('Màn hình', 'bad')
    await expectShown(page.getByText('Chưa có màn hình nào. Ghép ở bàn đạo diễn.'))
    await check('Diễn giả (3)', 'good')
    await check('Đồng hồ', 'good')
    await check('Cơ sở dữ liệu', 'good')
    await check('Giờ bắt đầu', 'bad')
    await check('Sao lưu', 'bad')
    await backUp(house.database.url, { backupDir: folder, backupKeepDays: 30 })
    await press('Kiểm tra lại')
    await check('Sao lưu', 'good')
    await windows.screen('panel', 'Màn hình sân khấu')
    await check('Màn hình', 'good')
    await expectAccessible(page)
    windows.expectQuiet()
  })

  it('plays samples on both lines in a rehearsal, which tries the lines', async () => {
    await press('Chuyển sang chạy thử')
    await expectShown(page.getByRole('banner').getByText('CHẠY THỬ'))
    await check('Dữ liệu chạy thử', 'bad')
    await phase('open')
    await page.getByRole('combobox', { name: 'Nhịp' }).press('ArrowDown')
    await page.getByRole('option', { name: '60 câu mỗi phút' }).click()
    await press('Phát câu hỏi mẫu')
    await expectShown(page.getByText(/^Đã ghi ([2-9]|\d\d+) câu/))
    await press('Dừng')
    for (const name of ['0931.015.119', '0931.016.119'])
      expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(true)
    await page.getByRole('checkbox', { name: 'Zalo' }).press('Space')
    await expectAccessible(page)
    windows.expectQuiet()
  })

  it('is wiped with one confirmed press, after which the first question is number 1', async () => {
    await press(/^Xóa buổi chạy thử/)
    await press('Xóa buổi chạy thử', page.getByRole('dialog'))
    await expectShown(page.getByRole('banner').getByText('Chuẩn bị'))
    await press('Chuyển sang phát sóng thật')
    await expectGone(page.getByRole('banner').getByText('CHẠY THỬ'))
    await check('Dữ liệu chạy thử', 'good')
    expect(await page.getByRole('checkbox', { name: '0931.015.119' }).isChecked()).toBe(true)
    await phase('open')
    expect((await (await house.as('thuky1')).log('Câu thật', {}, programId)).number).toBe(1)
    windows.expectQuiet()
  })
})
