import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Speaker } from '../../protocol/program.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import type { Screen } from '../support/screen.js'
import { cardOf, face } from '../support/steps.js'
import { Windows, expectAccessible, expectGone, expectShown, expectSynced } from '../support/windows.js'

const cue = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text })
const columnsAt = (page: Page) =>
  page.getByRole('region', { name: 'Chờ duyệt' }).evaluate(column => column.getBoundingClientRect().y)

describe('what reaches the moderator from the gallery and the studio', () => {
  let house: House
  let windows: Windows
  let api: Desk
  let producer: Desk
  let seat: Screen
  let speakers: Speaker[]
  let page: Page
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    api = await house.as('duyet1')
    producer = await house.as('daodien')
    ;({ speakers } = await api.get(`/api/programs/${house.programId}/speakers`))
    seat = await house.screen('speaker')
    await producer.patch(`/api/screens/${seat.id}`, { id: randomUUID(), speakerId: speakers[0]!.id })
    await seat.join()
    await api.log('Câu đang chờ?')
    const { question } = await api.move(await api.log('Câu đang lên sóng?'), 'approve', {
      leadSpeakerId: speakers[0]!.id,
    })
    await api.take(question, null)
    page = await windows.desk('moderator', 'duyet1')
    await expectShown(face(page, 'now').getByText('Câu đang lên sóng?'))
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  const say = (text: string) =>
    producer.post(
      `/api/programs/${house.programId}/messages`,
      { id: randomUUID(), text, to: 'moderators' },
      201,
    )

  it('is a cue that moves nothing under the hand, and is acknowledged with one key', async () => {
    const before = await columnsAt(page)
    await say('Chốt câu này')
    await expectShown(cue(page, 'Chốt câu này'))
    expect(await columnsAt(page)).toBe(before)
    await expectAccessible(page)
    await page.keyboard.press('Alt+a')
    await expectGone(cue(page, 'Chốt câu này'))
    windows.expectQuiet()
  })

  it('is the producer’s answer to a cue that was sent with two keys, or in words of one’s own', async () => {
    const gallery = await windows.desk('producer', 'daodien')
    await page.keyboard.press('Alt+n')
    await expectShown(page.getByRole('dialog').getByRole('button', { name: /Còn 30 giây/ }))
    await expectAccessible(page)
    await page.keyboard.press('Alt+1')
    await expectGone(page.getByRole('dialog'))
    await expectShown(page.getByText('▶ Còn 30 giây · ◌'))
    await expectShown(cue(gallery, 'Còn 30 giây'))
    await gallery.keyboard.press('Alt+a')
    await expectShown(page.getByText(/▶ Còn 30 giây · ✓ daodien/))

    await page.keyboard.press('Alt+n')
    await page.keyboard.type('Khách mời ghế 2 cần nước')
    await page.keyboard.press('Enter')
    await expectShown(cue(gallery, 'Khách mời ghế 2 cần nước'))
    await gallery.context().close()
    windows.expectQuiet()
  })

  it('is a speaker’s Xin chuyển, which moves nothing and once set aside stays so after a reload', async () => {
    const onAir = [...seat.live.questions.values()].find(question => question.state === 'on_air')
    const before = await columnsAt(page)
    await seat.live.socket.emitWithAck('screen:answer', {
      questionId: onAir.id,
      answer: 'pass',
      toSpeakerId: speakers[1]!.id,
    })
    const pass = face(page, 'now').getByText('Ghế 1 xin chuyển cho ghế 2')
    await expectShown(pass)
    expect(await columnsAt(page)).toBe(before)
    await expectAccessible(page)
    await page.keyboard.press('Alt+Shift+u')
    await expectGone(pass)
    await page.reload()
    await expectSynced(page)
    await expectShown(face(page, 'now').getByText(/màn hình/))
    await expectGone(pass)
    windows.expectQuiet()
  })

  it('fits at 200 %: nothing scrolls sideways, and axe finds nothing', async () => {
    await page.setViewportSize({ width: 640, height: 360 })
    await cardOf(page, 1).press('Enter')
    await expectShown(page.getByLabel('Nội dung lên sóng'))
    await say('Xin nói gần micro')
    await expectShown(cue(page, 'Xin nói gần micro'))
    await expectAccessible(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(640)
    windows.expectQuiet()
  })
})
