import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
  tabTo,
} from '../support/windows.js'

describe('closing the books', () => {
  let house: House
  let windows: Windows
  let secretary: Desk
  let moderator: Desk
  let programId: string
  let page: Page
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
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

  const log = (text: string) => secretary.log(text, {}, programId)
  const end = async () => (await house.as('daodien')).phase(programId, 'ended')
  const dialog = () => page.getByRole('dialog', { name: 'Khóa sổ' })
  const stateOf = async () => (await moderator.get(`/api/programs/${programId}`)).program.phase
  const all = async (): Promise<StaffQuestion[]> =>
    (await moderator.get(`/api/programs/${programId}/questions?limit=200`)).questions

  async function openList() {
    page = await windows.desk('moderator', 'duyet1')
    await page.keyboard.press('Alt+Shift+k')
    await expectShown(dialog().locator(':focus'))
  }

  it('of sixty questions takes two keys, and all are answered later', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, index) => log(`Câu ${index + 1} chưa kịp trả lời.`)))
    await end()
    await openList()
    expect(await dialog().getByRole('listitem').count()).toBe(60)
    await page.keyboard.press('Control+Enter')
    await expectShown(page.getByText('Đã khóa sổ'), 30_000)
    expect(new Set((await all()).map(({ state }) => state))).toEqual(new Set(['follow_up']))
    windows.expectQuiet()
  })

  it('gives each its own move, chosen by keyboard', async () => {
    const [first, second, third] = [await log('Câu một'), await log('Câu hai'), await log('Câu ba')]
    await end()
    await openList()
    const field = (label: string) => dialog().getByLabel(label)
    await tabTo(page, field(`Cách xử lý câu ${first.number}`))
    await page.keyboard.press('End')
    await tabTo(page, field(`Lý do khác của câu ${first.number}`))
    await page.keyboard.type('hỏi việc khác')
    await tabTo(page, field(`Cách xử lý câu ${second.number}`))
    await page.keyboard.press('ArrowDown')
    await tabTo(page, field(`Cơ quan trả lời câu ${third.number}`))
    await page.keyboard.press('ArrowDown')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expectShown(page.getByText('Đã khóa sổ'))
    const byNumber = (await all()).toSorted((a, b) => a.number - b.number)
    expect(byNumber).toMatchObject([
      { state: 'rejected', reason: { text: 'hỏi việc khác' } },
      { state: 'advised' },
      { state: 'follow_up', agencyId: expect.any(String) },
    ])
  })

  it('stops at a question that arrived meanwhile, and marks it', async () => {
    await log('Câu có từ trước')
    await end()
    await openList()
    // The slip lands after the list was made, in front of the closing.
    let late: StaffQuestion | undefined
    await page.route('**/phase', async route => {
      late ??= await log('Phiếu đến muộn')
      await route.continue()
    })
    await page.keyboard.press('Control+Enter')
    await expectShown(
      dialog()
        .getByRole('alert')
        .filter({ hasText: /chưa|còn/i }),
    )
    await expectShown(
      dialog().getByRole('listitem').filter({ hasText: 'Phiếu đến muộn' }).getByText('Mới đến'),
    )
    expect(await dialog().getByRole('listitem').count()).toBe(1)
    expect(await stateOf()).toBe('ended')
    await page.keyboard.press('Control+Enter')
    await expectShown(page.getByText('Đã khóa sổ'))
    expect(await stateOf()).toBe('closed')
  })

  it('goes on past a question that is refused, and says which and why', async () => {
    const [first, second] = [await log('Câu bị sửa giữa chừng'), await log('Câu yên ổn')]
    await end()
    await openList()
    const correction = { id: randomUUID(), version: first.version, verbatim: 'Câu đã được thư ký sửa' }
    await page.route(`**/questions/${first.id}/moves`, async route => {
      await secretary.patch(`/api/questions/${first.id}`, correction)
      await route.continue()
    })
    await page.keyboard.press('Control+Enter')
    await expectShown(dialog().getByText('Còn 1 câu chưa xử lý được'))
    const rows = dialog().getByRole('listitem')
    await eventually(async () => expect(await rows.count()).toBe(1))
    await expectShown(rows.filter({ hasText: 'Câu đã được thư ký sửa' }).getByRole('alert'))
    expect((await all()).find(({ id }) => id === second.id)?.state).toBe('follow_up')
    expect(await stateOf()).toBe('ended')
    await page.keyboard.press('Control+Enter')
    await expectShown(page.getByText('Đã khóa sổ'))
  })

  it('is offered to the moderator only after the end', async () => {
    await log('Câu đang chờ')
    page = await windows.desk('moderator', 'duyet1')
    await page.keyboard.press('Alt+Shift+k')
    expect(await dialog().count()).toBe(0)
    await end()
    await expectShown(page.getByRole('button', { name: /^Khóa sổ/ }))
    await page.keyboard.press('Alt+Shift+k')
    await expectFocused(dialog().getByRole('button', { name: /^Xử lý và khóa sổ/ }))
    await page.keyboard.press('Escape')
    await expectGone(dialog())
  })
})
