import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import { House } from '../support/house.js'
import { Windows, expectAccessible, expectFocused, expectGone, expectShown } from '../support/windows.js'

const KINDS = ['panel', 'speaker', 'host', 'overlay'] as const
const LABELS = { panel: 'Màn hình chung', speaker: 'Ghế số 1', host: 'MC', overlay: 'Đồ họa' }
const TEXT = 'Bao giờ đường trước chợ được sửa?'
const SLIP = {
  note: 'GHI CHÚ NỘI BỘ',
  caller: {
    honorific: 'Anh',
    name: 'Nguyễn Thanh Hải',
    phone: '0939.000.112',
    place: { text: 'Phường Tân An' },
    mayReadName: true,
    mayKeep: false,
    mayForward: false,
  },
}

describe('the studio as the producer sees it', () => {
  let house: House
  let windows: Windows
  let moderator: Desk
  let producer: Page
  let glass: Record<(typeof KINDS)[number], Page>
  /** Everything that came to a screen over its socket. */
  const frames: string[] = []
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    moderator = await house.as('duyet1')
    const { speakers } = await moderator.get(`/api/programs/${house.programId}/speakers`)
    glass = {} as typeof glass
    for (const kind of KINDS) {
      const seat = kind === 'speaker' ? { speakerId: speakers[0].id as string } : {}
      glass[kind] = await windows.screen(kind, LABELS[kind], seat)
      glass[kind].on('websocket', socket =>
        socket.on('framereceived', ({ payload }) => frames.push(payload.toString())),
      )
      await glass[kind].reload()
    }
    producer = await windows.desk('producer', 'daodien')
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })
  const card = (label: string) => producer.getByRole('listitem').filter({ hasText: label })
  const picture = (label: string) => card(label).locator('[data-picture]')

  it('has a question on every glass the moment it is approved, with receipts, and on the lower third once cued', async () => {
    const { question } = await moderator.move(await moderator.log('NGUYÊN VĂN 0939000112', SLIP), 'approve', {
      wording: TEXT,
    })
    for (const kind of ['panel', 'speaker', 'host'] as const) {
      await expectShown(glass[kind].locator(`[data-place=next][data-question="${question.id}"]`))
      await expectShown(card(LABELS[kind]).getByText('Đang hiện câu 1 ở phần tiếp theo'))
    }
    await expectShown(glass.host.getByText('Câu hỏi của anh Nguyễn Thanh Hải, ở phường Tân An'))
    await moderator.take(question, null)
    for (const kind of ['panel', 'speaker', 'host'] as const) {
      await expectShown(card(LABELS[kind]).getByText(/Đang hiện câu 1 từ/))
      await expectShown(picture(LABELS[kind]).getByText(TEXT))
    }
    await expectGone(glass.overlay.getByText(TEXT))
    await producer.keyboard.press('Alt+v')
    await expectShown(glass.overlay.getByText(TEXT))
    await expectShown(picture(LABELS.overlay).getByText(TEXT))
    await producer.keyboard.press('Alt+v')
    await expectGone(glass.overlay.getByText(TEXT))
    windows.expectQuiet()
  })

  it('hears that a speaker has read a question, and would pass it to another seat', async () => {
    await glass.speaker.getByRole('button', { name: 'Đã đọc' }).click()
    await expectShown(card(LABELS.speaker).getByText('Đã đọc câu 1'))
    await glass.speaker.getByRole('button', { name: 'Xin chuyển…' }).click()
    await glass.speaker.getByRole('menuitem', { name: /^Ghế 2/ }).click()
    await expectShown(card(LABELS.speaker).getByText(/Xin chuyển câu 1 cho ghế 2/))
    windows.expectQuiet()
  })

  it('sends a prepared message with one key and a free one, and sees who has understood', async () => {
    const sent = producer.getByRole('list', { name: 'Tin đang hiện' })
    await expectShown(producer.getByRole('button', { name: /^Còn 30 giây/ }))
    await producer.keyboard.press('Alt+1')
    for (const kind of ['panel', 'speaker', 'host'] as const)
      await expectShown(glass[kind].getByText('Còn 30 giây'))
    await expectGone(glass.overlay.getByText('Còn 30 giây'))
    await glass.speaker.getByRole('button', { name: 'Đã rõ' }).click()
    await expectGone(glass.speaker.getByText('Còn 30 giây'))
    await expectShown(sent.getByText(new RegExp(`Đã xác nhận: ${LABELS.speaker}`)))
    await expectShown(sent.getByText(`Chờ xác nhận: ${LABELS.host}`))

    await producer.getByLabel('Gửi tới').selectOption({ label: LABELS.host })
    await producer.keyboard.press('Alt+m')
    await expectFocused(producer.getByLabel('Tin nhắn khác'))
    await producer.keyboard.type('Nhắc lại số đường dây nóng')
    await producer.keyboard.press('Enter')
    await expectShown(glass.host.getByText('Nhắc lại số đường dây nóng'))
    await expectGone(glass.panel.getByText('Nhắc lại số đường dây nóng'))
    windows.expectQuiet()
  })

  it('keeps a message that is too long, or holds a private number, in its field', async () => {
    const field = producer.getByLabel('Tin nhắn khác')
    await field.fill('a'.repeat(5000))
    await field.press('Enter')
    await expectShown(producer.getByText('5000/200 · quá dài'))
    expect(await field.inputValue()).toHaveLength(5000)
    await field.fill('Gọi lại 0939.000.112')
    await field.press('Enter')
    await expectShown(producer.getByRole('alert').filter({ hasText: /số/ }))
    expect(await field.inputValue()).toBe('Gọi lại 0939.000.112')
    await field.fill('')
  })

  it('cues the moderators, who say that they have understood', async () => {
    const desk = await windows.desk('moderator', 'duyet2')
    await producer.getByLabel('Gửi tới').selectOption({ label: 'Người duyệt' })
    await producer.keyboard.press('Alt+3')
    await expectShown(desk.getByText(/Chuyển câu tiếp theo/))
    await desk.keyboard.press('Alt+a')
    await expectGone(desk.getByText(/Chuyển câu tiếp theo/))
    await expectShown(producer.getByText(/Đã xác nhận: duyet2/))
  })

  it('is warned of two browsers on one screen', async () => {
    const second = await (await windows.machine()).newPage()
    const identity = await glass.panel.evaluate('localStorage.getItem("screen")')
    await second.goto(`${windows.address}/screen`)
    await second.evaluate(`localStorage.setItem('screen', ${JSON.stringify(identity)})`)
    await second.reload()
    await expectShown(card(LABELS.panel).getByText('2 trình duyệt cùng mở màn hình này'))
    await second.close()
    await expectGone(card(LABELS.panel).getByText('2 trình duyệt cùng mở màn hình này'))
  })

  it('rehearses, and wipes it with one confirmed press before the lines open', async () => {
    const programId = await house.program('draft')
    const desk = await windows.signedIn(`/producer?program=${programId}`, 'daodien')
    const press = (name: string | RegExp) => desk.getByRole('button', { name }).first().press('Enter')
    await press('Bật chạy thử')
    await expectShown(desk.getByText('Đang chạy thử'))
    await press(/^Mở tiếp nhận/)
    await expectFocused(desk.getByRole('dialog').getByRole('button', { name: 'Mở tiếp nhận' }))
    await desk.keyboard.press('Enter')
    await expectShown(desk.getByRole('banner').getByText('Mở tiếp nhận'))
    await moderator.approved('Thử một câu', { id: randomUUID() }, programId)
    await expectShown(desk.getByText('Thử một câu'))
    await press(/^Xóa dữ liệu chạy thử/)
    await expectFocused(desk.getByRole('dialog').getByRole('button', { name: 'Xóa dữ liệu chạy thử' }))
    await desk.keyboard.press('Enter')
    await expectGone(desk.getByText('Thử một câu'))
    await expectShown(desk.getByRole('banner').getByText('Chuẩn bị'))
    await press('Tắt chạy thử')
    await expectShown(desk.getByText('Phát thật'))
  })

  it('is shown to nobody who may not see it: no frame holds a number, a note or a verbatim', async () => {
    await eventually(() => expect(frames.join()).toContain(TEXT))
    expect(frames.join()).not.toMatch(/939.?000.?112|GHI CHÚ|NGUYÊN VĂN|duyet1/)
  })

  it('leaves nothing for axe to find, neither at the desk nor on a screen with a message', async () => {
    await producer.keyboard.press('Alt+2')
    await expectAccessible(producer)
    await producer.getByLabel('Gửi tới').selectOption({ label: 'Mọi màn hình' })
    await producer.keyboard.press('Alt+2')
    await expectShown(glass.speaker.getByText('Xin nói gần micro'))
    await expectAccessible(glass.speaker)
  })
})
