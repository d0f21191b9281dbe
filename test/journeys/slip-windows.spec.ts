import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually.js'
import { Station } from '../support/station.js'
import { calls, sendCall, sentText, storedText } from '../support/typing.js'
import {
  SERVER_AWAY,
  Windows,
  expectFocused,
  expectGone,
  expectShown,
  expectSynced,
  signIn,
} from '../support/windows.js'

describe('several who type, and several windows', () => {
  let station: Station
  let windows: Windows
  beforeAll(async () => {
    station = await Station.open()
    windows = await Windows.open(station.instances[0]!.address, station.programId)
  })
  afterAll(async () => {
    await windows?.close()
    await station?.close()
  })

  const phone = (page: Page) => page.getByLabel('Số điện thoại').first()
  const logged = async () => {
    const desk = await station.as('thuky1')
    const { questions } = await desk.get(`/api/programs/${station.programId}/questions?limit=200`)
    return questions.toReversed() as { verbatim: string; loggedBy: { name: string } }[]
  }

  it('each have their own slip and their own order, and none is lost or sent twice', async () => {
    const first = await windows.desk('secretary', 'thuky1')
    const beside = await first.context().newPage()
    await beside.goto(first.url())
    await expectSynced(beside)
    const second = await windows.desk('secretary', 'thuky2')
    const [a, b, c] = [calls(15).slice(0, 5), calls(15).slice(5, 10), calls(15).slice(10)]
    const type = async (page: Page, some: typeof a) => {
      await expectFocused(phone(page))
      for (const call of some) await sendCall(page, call)
    }
    // One after the other in the two windows of one machine: only one of them has the keyboard.
    await Promise.all([
      type(first, a)
        .then(() => beside.bringToFront())
        .then(() => type(beside, b)),
      type(second, c),
    ])
    await eventually(async () => expect(await logged()).toHaveLength(15))
    const texts = (await logged()).map(one => one.verbatim)
    for (const some of [a, b, c])
      expect(texts.filter(text => some.some(call => call.text === text))).toEqual(some.map(call => call.text))
    await expectShown(beside.getByRole('status').filter({ hasText: /Câu \d+/ }))
    await eventually(async () => expect(await storedText(first)).toBe('[]'))
    windows.expectQuiet()
  })

  it('keep what waits for its own account: another sees and sends nothing of it', async () => {
    const page = await windows.desk('secretary', 'thuky1')
    await expectFocused(phone(page))
    await station.instances[0]!.kill()
    await expectShown(page.getByText(/Đang kết nối lại/))
    await sendCall(page, { phone: '0939000112', text: 'Chờ đúng người' })
    const secret = 'Tố cáo ông Mật'
    await sendCall(page, { phone: '0911222333', text: secret })
    await expectShown(page.getByText('2 phiếu chờ gửi'))
    await page.getByRole('button', { name: /Chuyển kênh riêng: .*ông Mật/ }).press('Enter')
    await expectFocused(page.getByRole('button', { name: /^Xóa và chuyển kênh riêng/ }))
    await page.keyboard.press('Enter')
    await eventually(async () => expect(await storedText(page)).not.toContain('Mật'))

    await page.getByRole('button', { name: /^Đăng xuất/ }).press('Enter')
    await page.getByRole('button', { name: 'Đăng xuất, giữ phiếu' }).press('Enter')
    await expectShown(page.getByLabel('Tên đăng nhập'))
    await station.restart()
    const sent = sentText(page)
    await signIn(page, 'thuky2')
    await expectSynced(page)
    await expectFocused(phone(page))
    await expectGone(page.getByText(/chờ gửi|Chưa gửi|Chờ đúng người/))
    expect(sent()).not.toContain('Chờ đúng người')

    await page.getByRole('button', { name: /^Đăng xuất/ }).press('Enter')
    await signIn(page, 'thuky1')
    await eventually(async () =>
      expect((await logged()).map(one => one.verbatim)).toContain('Chờ đúng người'),
    )
    const mine = (await logged()).find(one => one.verbatim === 'Chờ đúng người')
    const me = await (await station.as('thuky1')).get('/api/session')
    expect(mine!.loggedBy.name).toBe(me.account.name)
    await eventually(async () => expect(await storedText(page)).toBe('[]'))
    const rows = await station.database.query<{ state: string; all: string }>(
      `SELECT state, row_to_json(question)::text AS all FROM question ORDER BY number DESC LIMIT 2`,
    )
    expect(rows.map(row => row.state).toSorted()).toEqual(['diverted', 'pending'])
    expect(rows.map(row => row.all).join()).not.toContain('Mật')
    windows.expectQuiet(SERVER_AWAY)
  })

  it('go on typing when the server comes back with other pages, and load them when they choose to', async () => {
    const page = await windows.desk('secretary', 'thuky2')
    const address = station.instances[0]!.address
    // What a newer build would say: the same page, made of another script.
    await page.route(`${address}/`, async route => {
      const body = await (await route.fetch()).text()
      await route.fulfill({ body: body.replace(/index-[\w-]+\.js/, 'index-newer.js') })
    })
    let loads = 0
    page.on('load', () => loads++)
    await expectFocused(phone(page))
    await page.keyboard.type('0939')
    await station.instances[0]!.kill()
    await expectShown(page.getByText(/Đang kết nối lại/))
    await station.restart()
    await expectShown(page.getByText('Có bản mới'))
    await page.keyboard.type('000112')
    expect(loads).toBe(0)
    await page.getByRole('button', { name: 'Tải bản mới' }).press('Enter')
    await eventually(() => expect(loads).toBe(1))
    await eventually(async () => expect(await phone(page).inputValue()).toBe('0939000112'))
    // A page asks for itself again when it is in sync: the last of its questions is answered before it goes.
    await expectSynced(page)
    await page.unrouteAll({ behavior: 'wait' })
    windows.expectQuiet(SERVER_AWAY)
  })
})
