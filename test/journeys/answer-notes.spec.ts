import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import {
  Windows,
  expectAccessible,
  expectFocused,
  expectGone,
  expectShown,
  expectSynced,
} from '../support/windows.js'

const said = (page: Page) => page.getByLabel('Nội dung trả lời (một dòng)')
const line = (page: Page, number: number) =>
  page.getByRole('button', { name: new RegExp(`^● Câu ${number} đang trả lời`) })

describe('an answer, written down while it is given', () => {
  let house: House
  let windows: Windows
  let moderator: Desk
  let onAir: StaffQuestion
  let next: StaffQuestion
  let speakers: { id: string }[]
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
  })
  beforeEach(async () => {
    const programId = await house.program('live')
    await windows?.close()
    windows = await Windows.open(house.addresses[0]!, programId)
    ;({ speakers } = await moderator.get(`/api/programs/${programId}/speakers`))
    onAir = await moderator.log('Sổ đỏ?', {}, programId)
    const leadSpeakerId = speakers[1]!.id
    onAir = (await moderator.move(onAir, 'approve', { leadSpeakerId })).question
    next = await moderator.approved('Nộp ở phường?', {}, programId)
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  const answerOf = async ({ id }: StaffQuestion) => {
    const [row] = await house.database.query<{ answer: Record<string, any>; version: number }>(
      'SELECT answer, version FROM question WHERE id = $1',
      [id],
    )
    return row!
  }

  it('leaves the hand with the caller, is kept through a reload and the next question, and is sent once', async () => {
    const page = await windows.desk('secretary', 'thuky1')
    const phone = page.getByLabel('Số điện thoại').first()
    await expectFocused(phone)
    await page.keyboard.type('0907')
    const { question: taken } = await moderator.take(onAir, null)
    await expectShown(line(page, 1))
    await expectFocused(phone)
    await page.keyboard.type('000331')
    expect(await phone.inputValue()).toBe('0907000331')

    await page.keyboard.press('Alt+t')
    await expectFocused(said(page))
    expect(await page.getByLabel('Bắt đầu lúc').inputValue()).toMatch(/^\d\d:\d\d:\d\d$/)
    expect(await page.getByRole('checkbox', { name: /Alt\+2$/ }).isChecked()).toBe(true)
    await page.keyboard.press('Alt+1')
    await page.keyboard.type('Sẽ sửa trong tháng')
    await page.getByLabel('Lời hứa').fill('sửa đường')
    await page.keyboard.press('Control+Enter')
    await expectShown(page.getByText('Lời hứa cần có hạn.'))
    await page.getByLabel('Hạn').fill('01/02/2020')
    await expectShown(page.getByText('Ngày này đã qua.'))
    await page.getByLabel('Hạn').fill('31/12/2099')
    await expectGone(page.getByText('Ngày này đã qua.'))
    await page.getByLabel('Bắt đầu lúc').fill('25:00')
    await expectShown(page.getByText('Gõ giờ dạng 09:31 hoặc 09:31:05.'))
    await expectAccessible(page)
    await page.keyboard.press('Alt+s')
    await expectGone(page.getByText('Gõ giờ dạng 09:31 hoặc 09:31:05.'))

    await page.reload()
    await expectSynced(page)
    const { question: after } = await moderator.take(next, onAir.id)
    await expectShown(line(page, 2))
    await expectShown(page.getByRole('button', { name: /^▲ Câu 1: câu trả lời chưa gửi/ }))
    await page.keyboard.press('Alt+t')
    await expectShown(page.getByRole('region', { name: 'Câu trả lời của câu 2' }))
    await page.keyboard.press('Alt+t')
    await expectShown(page.getByRole('region', { name: 'Câu trả lời của câu 1' }))
    expect(await said(page).inputValue()).toBe('Sẽ sửa trong tháng')
    await page.keyboard.press('Alt+e')
    await page.keyboard.press('Control+Enter')
    await expectGone(said(page))
    expect(await answerOf(onAir)).toMatchObject({
      version: taken.version + 1,
      answer: {
        speakerIds: expect.arrayContaining([speakers[0]!.id, speakers[1]!.id]),
        endedAt: expect.any(String),
        said: 'Sẽ sửa trong tháng',
        promise: { what: 'sửa đường', by: '2099-12-31' },
      },
    })
    await expectGone(page.getByText('câu trả lời chưa gửi'))
    expect((await answerOf(after)).answer).toBeNull()
    windows.expectQuiet()
  })

  it('says when a colleague is writing it, and when it changed meanwhile keeps what was typed until it is decided', async () => {
    await moderator.take(onAir, null)
    const [one, two] = [await windows.desk('secretary', 'thuky1'), await windows.desk('secretary', 'thuky2')]
    await expectShown(line(one, 1))
    await expectShown(line(two, 1))
    await two.keyboard.press('Alt+t')
    await expectFocused(said(two))
    await expectShown(line(one, 1).filter({ hasText: 'thuky2 đang ghi' }))
    await one.keyboard.press('Alt+t')
    await expectFocused(said(one))
    await one.keyboard.type('của thuky1')
    await two.keyboard.type('của thuky2')
    await two.keyboard.press('Control+Enter')
    await expectGone(said(two))
    await expectShown(one.getByText('Đã có người ghi câu trả lời này'))
    await expectShown(one.getByText('của thuky2'))
    expect(await said(one).inputValue()).toBe('của thuky1')
    await one.keyboard.press('Control+Enter')
    expect((await answerOf(onAir)).answer['said']).toBe('của thuky2')
    await expectAccessible(one)
    await one.getByRole('button', { name: 'Giữ bản đang nhập' }).press('Enter')
    await expectGone(one.getByText('Đã có người ghi câu trả lời này'))
    await said(one).press('Control+Enter')
    await expectGone(said(one))
    expect((await answerOf(onAir)).answer['said']).toBe('của thuky1')
    await expectShown(two.getByText('đã ghi câu trả lời'))
  })

  it('waits while the question is taken back, and is erased with a question that is diverted', async () => {
    const { question: taken } = await moderator.take(onAir, null)
    const page = await windows.desk('secretary', 'thuky1')
    await expectShown(line(page, 1))
    await page.keyboard.press('Alt+t')
    await expectFocused(said(page))
    await page.keyboard.type('mới nói nửa câu')
    const { question: back } = await moderator.move(taken, 'recall')
    await expectShown(page.getByText(/trạng thái “Đã duyệt” nên chưa gửi được/))
    await page.keyboard.press('Control+Enter')
    expect((await answerOf(onAir)).answer).toBeNull()
    const kept = () => page.evaluate<string>('JSON.stringify({ ...localStorage })')
    expect(await kept()).toContain('mới nói nửa câu')
    await moderator.move(back, 'divert', { confirmNumber: back.number })
    await expectGone(said(page))
    await expect.poll(kept).not.toContain('mới nói nửa câu')
  })

  it('is written down later from the row of an answered question', async () => {
    const { question } = await moderator.take(onAir, null)
    await moderator.move(question, 'answer')
    const page = await windows.desk('secretary', 'thuky1')
    await page.getByRole('tab', { name: /^Tất cả/ }).press('Enter')
    await page.keyboard.press('Alt+f')
    await page.keyboard.type('so do')
    await page.keyboard.press('Enter')
    await expectFocused(page.locator('[data-card]').first())
    await page.keyboard.press('Alt+t')
    await expectFocused(said(page))
    expect(await page.getByLabel('Kết thúc lúc').inputValue()).toMatch(/^\d\d:\d\d:\d\d$/)
    await page.keyboard.type('đã rõ')
    await page.keyboard.press('Control+Enter')
    await expectGone(said(page))
    expect((await answerOf(onAir)).answer).toMatchObject({ said: 'đã rõ', endedAt: expect.any(String) })
  })
})
