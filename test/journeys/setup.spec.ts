import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../protocol/paths.js'
import type { Program } from '../../protocol/program.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import {
  Windows,
  expectAccessible,
  expectFocused,
  expectGone,
  expectShown,
  signIn,
  tabTo,
} from '../support/windows.js'

/** What a browser writes into its console of an answer that refuses. */
const REFUSED = /status of 4\d\d/

describe('set-up', () => {
  let house: House
  let windows: Windows
  let desk: Desk
  let page: Page
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    desk = await house.as('quantri')
    page = await windows.signedIn('/setup', 'quantri')
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })
  const to = async (name: string) => {
    await page.getByRole('link', { name, exact: true }).press('Enter')
    await expectShown(page.getByRole('heading', { level: 2, name }))
  }
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().press('Enter')

  it('makes the next programme from the last by keyboard, in under a minute', async () => {
    const from = performance.now()
    await expectFocused(page.getByRole('button', { name: /^Chép chương trình gần nhất/ }))
    await expectAccessible(page)
    await page.keyboard.press('Alt+c')
    const title = page.getByRole('textbox', { name: 'Chuyên đề' })
    await expectFocused(title)
    await page.keyboard.type('Chuyển đổi số trong giải quyết thủ tục')
    await page.keyboard.press('Tab')
    await expectFocused(page.getByLabel('Ngày'))
    await page.keyboard.type('26/12/2026')
    await page.keyboard.press('Tab')
    await page.keyboard.type('9:00')
    const name = page.getByRole('group', { name: 'Ghế 2' }).getByLabel('Họ tên')
    await tabTo(page, name)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Phạm Thị Mới')
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Control+Enter')
    await expectShown(page.getByText('✓ Đã tạo chương trình'))
    expect(performance.now() - from).toBeLessThan(60_000)

    const { programs } = (await desk.get(paths.programs)) as { programs: Program[] }
    const made = programs.find(program => program.title === 'Chuyển đổi số trong giải quyết thủ tục')!
    const old = programs.find(({ id }) => id === house.programId)!
    expect(made).toMatchObject({
      number: old.number! + 1,
      plannedStart: '2026-12-26T02:00:00.000Z',
      seriesTitle: old.seriesTitle,
      channels: old.channels,
      phase: 'draft',
    })
    expect(made.lines.map(line => line.name)).toEqual(old.lines.map(line => line.name))
    const { speakers } = await desk.get(paths.list(made.id, 'speakers'))
    expect(speakers.map((speaker: { name: string }) => speaker.name)).toEqual([
      'Phạm Thị Mới',
      'Lê Minh Quân (minh họa)',
      'Nguyễn Văn Phú (minh họa)',
    ])
    await expectAccessible(page)
    windows.expectQuiet(REFUSED)
  })

  it('keeps what is typed when another administrator was faster, and saves it when told again', async () => {
    const { programs } = (await desk.get(paths.programs)) as { programs: Program[] }
    const program = programs.find(({ phase }) => phase === 'draft')!
    await desk.patch(paths.program(program.id), {
      id: randomUUID(),
      version: program.version,
      plannedMinutes: 90,
    })
    const title = page.getByRole('textbox', { name: 'Chuyên đề' })
    await title.fill('Chuyển đổi số')
    await title.press('Control+Enter')
    await expectShown(page.getByRole('alert').filter({ hasText: 'Người khác vừa sửa' }))
    expect(await title.inputValue()).toBe('Chuyển đổi số')
    await title.press('Control+Enter')
    await expectShown(page.getByText('✓ Đã lưu'))
    const { program: saved } = await desk.get(paths.program(program.id))
    expect(saved).toMatchObject({ title: 'Chuyển đổi số', plannedMinutes: 90 })
    windows.expectQuiet(REFUSED)
  })

  it('takes nothing away that another administrator put on the panel, the lines or a list meanwhile', async () => {
    const { programs } = (await desk.get(paths.programs)) as { programs: Program[] }
    const { id, lines } = programs.find(({ phase }) => phase === 'draft')!
    const [alert, saved] = [page.getByRole('alert'), page.getByText('✓ Đã lưu')]
    const put = async (list: 'speakers' | 'lines' | 'topics', name: string) => {
      const entries = (await desk.get(paths.list(id, list)))[list]
      await desk.put(paths.list(id, list), { id: randomUUID(), [list]: [...entries, { name }] })
    }
    const namesOf = async (list: 'speakers' | 'lines' | 'topics') =>
      (await desk.get(paths.list(id, list)))[list].flatMap(
        ({ name, retiredAt }: { name: string; retiredAt?: string }) => (retiredAt ? [] : name),
      )
    await put('speakers', 'Người của bên kia')
    await put('lines', '0292 3 812 345')
    await put('topics', 'Chủ đề của bên kia')

    const post = page.getByRole('textbox', { name: 'Chức vụ' }).first()
    await post.fill('Chức vụ mới')
    await page.getByRole('textbox', { name: 'Đường dây 1', exact: true }).fill('1900 8888')
    await post.press('Control+Enter')
    await expectShown(alert.filter({ hasText: /^Diễn giả: .*Người của bên kia/ }))
    expect(await namesOf('speakers')).toContain('Người của bên kia')
    expect(await post.inputValue()).toBe('Chức vụ mới')
    await post.press('Control+Enter')
    await expectShown(alert.filter({ hasText: /^Đường dây: .*0292 3 812 345/ }))
    expect(await namesOf('lines')).toContain('0292 3 812 345')
    await post.press('Control+Enter')
    await expectShown(saved)
    expect(await namesOf('speakers')).not.toContain('Người của bên kia')
    expect(await namesOf('lines')).toEqual(['1900 8888', ...lines.slice(1).map(({ name }) => name)])

    const own = page.getByRole('textbox', { name: /^Mỗi dòng một mục/ })
    await own.fill(`${await own.inputValue()}\nChủ đề của bên này`)
    await page.getByRole('button', { name: 'Lưu danh mục' }).click()
    await expectShown(alert.filter({ hasText: /Chủ đề của bên kia/ }))
    expect(await namesOf('topics')).toContain('Chủ đề của bên kia')
    await own.fill(`${await own.inputValue()}\nChủ đề của bên kia`)
    await page.getByRole('button', { name: 'Lưu danh mục' }).click()
    await expectShown(page.getByRole('button', { name: '✓ Đã lưu' }))
    expect((await namesOf('topics')).slice(-2)).toEqual(['Chủ đề của bên này', 'Chủ đề của bên kia'])
    windows.expectQuiet(REFUSED)
  })

  it('shows the faulty rows of a pasted list, and takes in the others', async () => {
    await to('Danh mục')
    await press(/^Nhập bảng/)
    const paste = page.getByLabel('Dán bảng')
    await expectFocused(paste)
    await page.keyboard.insertText('Tên,Mã\nĐất đai,\nTrí tuệ nhân tạo,AI\n,thiếu tên\n=1+1,CT')
    await press('Xem trước')
    await expectShown(page.getByText('Dòng 4, cột Tên: Không được để trống.'))
    await expectShown(page.getByText('1 ô giống công thức: giữ nguyên là chữ, không tính'))
    await expectAccessible(page)
    await press('Nhập 2 dòng đúng, bỏ dòng lỗi')
    await expectShown(page.getByText('✓ Đã nhập.'))
    await press('Xong')
    await page.getByLabel('Tìm').fill('tri tue')
    await expectShown(page.getByRole('cell', { name: 'Trí tuệ nhân tạo' }))
    await press('Ngưng dùng: Trí tuệ nhân tạo')
    await expectShown(page.getByText('■ Đã ngưng dùng'))
    await expectAccessible(page)
    windows.expectQuiet(REFUSED)
  })

  it('reads a file in an old encoding and says which it took it for', async () => {
    await press(/^Nhập bảng/)
    const bytes = Buffer.from([...Buffer.from('T'), 0xea, ...Buffer.from('n\n'), 0xd0, ...Buffer.from('o')])
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'danh-muc.csv', mimeType: 'text/csv', buffer: bytes })
    await press('Xem trước')
    await expectShown(page.getByText(/Mã chữ WINDOWS-1258/))
    await expectShown(page.getByRole('cell', { name: 'Đo', exact: true }))
    await page.keyboard.press('Escape')
    windows.expectQuiet(REFUSED)
  })

  it('words what is read out to callers, which the next desk that opens reads out', async () => {
    await to('Danh mục')
    await page.getByRole('tab', { name: 'Câu đọc cho người gọi' }).click()
    await page
      .getByRole('row', { name: /consent/ })
      .getByText('Sửa')
      .press('Enter')
    await page.getByRole('textbox', { name: 'Tên' }).fill('Đài xin lưu số của ông/bà. Ông/bà đồng ý chứ?')
    await page.getByRole('button', { name: 'Lưu', exact: true }).press('Enter')
    await expectShown(page.getByRole('row', { name: /Đài xin lưu số/ }))

    const secretary = await windows.desk('secretary', 'thuky1')
    await expectShown(secretary.getByText('“Đài xin lưu số của ông/bà. Ông/bà đồng ý chứ?”'))
    await secretary.getByLabel('Danh xưng').first().fill('Dì')
    await expectShown(secretary.getByText('“Đài xin lưu số của dì. Dì đồng ý chứ?”'))
  })

  it('gives somebody an account, whose one-time password must be changed before anything else', async () => {
    await to('Tài khoản')
    await page.keyboard.press('Alt+n')
    await expectFocused(page.getByLabel('Tên đăng nhập'))
    await page.keyboard.type('le.mai')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Lê Thị Mai')
    await tabTo(page, page.getByRole('checkbox', { name: 'Thư ký' }))
    await page.keyboard.press('Space')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    const told = page.getByRole('textbox', { name: 'Mật khẩu dùng một lần' })
    await expectFocused(told)
    const password = await told.inputValue()
    await press('Đã ghi lại')
    await expectGone(told)

    const other = await (await windows.machine()).newPage()
    await other.goto(`${windows.address}/secretary?program=${house.programId}`)
    await signIn(other, 'le.mai', password)
    await expectFocused(other.getByLabel('Mật khẩu dùng một lần'))
    await expectAccessible(other)
    await other.keyboard.type(password)
    await tabTo(other, other.getByLabel('Mật khẩu mới'))
    await other.keyboard.type('ngắn quá')
    await other.keyboard.press('Enter')
    await expectShown(other.getByText('Cần ít nhất 15 ký tự.'))
    await other.getByLabel('Mật khẩu mới').fill('chiếc xuồng ba lá trôi')
    await other.keyboard.press('Enter')
    await expectShown(other.getByText('Đã đồng bộ'))
    windows.expectQuiet(REFUSED)
  })

  it('does not let the last administrator lock himself out', async () => {
    await press('Khóa: quantri')
    await page.getByRole('dialog').getByRole('button', { name: 'Khóa' }).press('Enter')
    await expectShown(page.getByText('Phải còn ít nhất một quản trị.'))
    await expectGone(page.getByText('▲ Đã khóa'))
    windows.expectQuiet(REFUSED)
  })

  it('tells who did what, by account and by kind', async () => {
    await to('Nhật ký')
    await expectShown(page.getByRole('cell', { name: 'Tạo tài khoản' }))
    await page.getByRole('combobox', { name: 'Việc' }).fill('Nhập bảng vào danh mục lĩnh vực')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expectGone(page.getByRole('cell', { name: 'Tạo tài khoản' }))
    await expectShown(page.getByRole('cell', { name: 'Nhập bảng vào danh mục lĩnh vực' }))
    await expectAccessible(page)
    windows.expectQuiet(REFUSED)
  })
})
