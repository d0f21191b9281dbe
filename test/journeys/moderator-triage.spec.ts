import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../support/house.js'
import { cardOf } from '../support/steps.js'
import { Windows, expectAccessible, expectFocused, expectGone, expectShown } from '../support/windows.js'

const CARDS = 30
/** What becomes of a question, by its number: the keys after it was opened, and the state they lead to. */
const DECISIONS: [state: string, keys: string[]][] = [
  ['approved', ['Alt+2', 'Alt+d']],
  ['approved', ['Alt+d']],
  ['follow_up', ['Alt+s']],
  ['rejected', ['Alt+l', 'Enter']],
  ['returned', ['Alt+t', 'thiếu nơi ở', 'Enter']],
  ['advised', ['Alt+h']],
]
const decisionOf = (number: number) => DECISIONS[number % DECISIONS.length]!

describe('thirty questions and a keyboard', () => {
  let house: House
  let windows: Windows
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    const secretary = await house.as('thuky1')
    for (let number = 1; number <= CARDS; number++)
      await secretary.log(`Hồ sơ số ${number} trễ hẹn thì hỏi ở đâu?`)
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  const press = async (page: Page, key: string) =>
    /^(Alt\+|Enter)/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key)

  it('are all decided, one after another, without a mouse and without looking for the next', async () => {
    const page = await windows.desk('moderator', 'duyet1')
    await expectShown(cardOf(page, CARDS))
    await page.keyboard.press('ArrowDown')
    for (let number = 1; number <= CARDS; number++) {
      await expectFocused(cardOf(page, number))
      await page.keyboard.press('Enter')
      await expectShown(page.getByLabel('Nội dung lên sóng'))
      for (const key of decisionOf(number)[1]) await press(page, key)
      await expectGone(cardOf(page, number))
    }
    await expectShown(page.getByText('Không còn câu nào chờ duyệt.'))
    const moderator = await house.as('duyet1')
    const { questions } = await moderator.get(`/api/programs/${house.programId}/questions?limit=200`)
    for (const { number, state } of questions)
      expect({ number, state }).toEqual({ number, state: decisionOf(number)[0] })
    windows.expectQuiet()
  })

  it('are counted by what became of them, with every rejection and its reason', async () => {
    const page = await windows.desk('moderator', 'duyet2')
    await page.keyboard.press('Alt+Shift+f')
    const row = page.getByRole('dialog').getByRole('table', { name: 'Theo lĩnh vực' }).getByRole('row').last()
    expect((await row.getByRole('cell').allTextContents()).map(Number)).toEqual([30, 5, 10, 0, 5, 5, 5])
    const register = page.getByRole('dialog').getByRole('table', { name: 'Các câu bị loại' })
    expect(await register.getByRole('row').count()).toBe(1 + 5)
    await expectShown(register.getByText('Ngoài phạm vi chuyên đề'))
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expectGone(page.getByRole('dialog'))
  })

  it('leave what is approved on a paper that is black on white and says when it was printed', async () => {
    const page = await windows.desk('moderator', 'duyet2')
    await page.evaluate('window.print = () => (window.printed = true)')
    await page.keyboard.press('Alt+Shift+P')
    expect(await page.evaluate('window.printed')).toBe(true)
    await page.emulateMedia({ media: 'print' })
    const rows = page.getByRole('row')
    expect(await rows.count()).toBe(1 + 10)
    await expectShown(page.getByRole('heading', { name: /^Thứ tự câu hỏi/ }))
    await expectShown(page.getByText(/^In lúc \d\d\/\d\d\/\d{4} \d\d:\d\d · bản \d+$/))
    expect(await page.getByRole('main').isVisible()).toBe(false)
    const colour = await rows.last().evaluate(row => row.computedStyleMap().get('color')?.toString())
    expect(colour).toBe('rgb(0, 0, 0)')
  })

  it('have a sheet of keys on which every key stands that stands on a button', async () => {
    const page = await windows.desk('moderator', 'duyet1')
    const secretary = await house.as('thuky1')
    await secretary.log('Câu thêm vào để mở.')
    await cardOf(page, CARDS + 1).press('Enter')
    await expectShown(page.getByLabel('Nội dung lên sóng'))
    const onButtons = await page.locator('button kbd').allTextContents()
    expect(onButtons.length).toBeGreaterThan(10)
    await page.getByLabel('Nội dung lên sóng').fill('Có được không')
    await page.keyboard.press('End')
    await page.keyboard.type('?')
    expect(await page.getByLabel('Nội dung lên sóng').inputValue()).toBe('Có được không?')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Phím tắt' })
    await expectShown(sheet)
    const onSheet = await sheet.locator('dt kbd').allTextContents()
    expect(onButtons.filter(key => !onSheet.includes(key))).toEqual([])
    await expectAccessible(page)
  })
})
