import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../support/house.js'
import { caller } from '../support/slips.js'
import { Windows, expectAccessible, expectFocused, expectShown } from '../support/windows.js'

/** Dots of a page in a millimetre. */
const MM = 96 / 25.4
/** A window as wide as a page of A4 or A5. */
const PAGE = { half: [794, 1123], a4: [794, 1123], a5: [559, 794] } as const

/** How many pages the printer would have, and how large, in points. */
async function printed(page: Page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)]
  return {
    pages: pdf.match(/\/Type\s*\/Page\b/g)?.length,
    sizes: [
      ...new Set(
        boxes.map(([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`),
      ),
    ],
  }
}

/** Each slip: its number, where its page begins, and whether anything in it is cut off or stands outside. */
const slipsOf = (page: Page, height: number) =>
  page.locator('.slip').evaluateAll(
    (slips, height) =>
      slips.map(slip => {
        const box = slip.getBoundingClientRect()
        const texts = [
          ...slip.querySelectorAll('.slip-head, .slip-row, .slip-ticks, .slip-consent, .slip-denounce'),
        ]
        const outside = texts.filter(text => {
          const { top, bottom, left, right } = text.getBoundingClientRect()
          return top < box.top || bottom > box.bottom || left < box.left || right > box.right
        })
        const top = box.top + slip.ownerDocument.defaultView!.scrollY
        return {
          number: Number(slip.querySelector('strong')!.textContent),
          page: Math.floor((top + 1) / height),
          whole: Math.floor((top + 1) / height) === Math.floor((top + box.height - 1) / height),
          cut: slip.scrollHeight > slip.clientHeight || outside.length > 0,
          lines: [...slip.querySelectorAll('.slip-line')].filter(
            line =>
              line.getBoundingClientRect().bottom <=
              slip.querySelector('.slip-words')!.getBoundingClientRect().bottom,
          ).length,
          ticked:
            slip.querySelectorAll('input:checked').length + (slip.textContent!.match(/[☑✓✔]/g)?.length ?? 0),
        }
      }),
    height,
  )

describe('slips on paper', () => {
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

  const ranges = async () => {
    const [row] = await house.database.query<{ paperRanges: { from: number; to: number }[] }>(
      'SELECT "paperRanges" FROM program WHERE id = $1',
      [house.programId],
    )
    return row!.paperRanges.map(({ from, to }) => [from, to])
  }

  it('are set aside by keyboard, printed whole in each size, and printed again under the same numbers', async () => {
    const address = `/secretary/paper?program=${house.programId}`
    const page = await windows.signedIn(address, 'thuky1')
    await expectFocused(page.getByLabel('Số lượng phiếu'))
    await page.keyboard.press('Control+a')
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await expectShown(page.getByText('5 phiếu, 3 trang'))
    expect(await ranges()).toEqual([[501, 505]])
    await expectAccessible(page)

    for (const [format, pages, perPage, size, lines] of [
      ['half', 3, 2, '595×842', 3],
      ['a4', 5, 1, '595×842', 15],
      ['a5', 5, 1, '420×595', 7],
    ] as const) {
      await page.emulateMedia({ media: null })
      await page.getByLabel('Khổ giấy').selectOption(format)
      await page.emulateMedia({ media: 'print' })
      const [width, height] = PAGE[format]
      await page.setViewportSize({ width, height })
      const slips = await slipsOf(page, (format === 'a5' ? 210 : 297) * MM)
      expect(slips.map(slip => slip.number)).toEqual([501, 502, 503, 504, 505])
      expect(slips.map(slip => slip.page)).toEqual([0, 1, 2, 3, 4].map(at => Math.floor(at / perPage)))
      for (const slip of slips) {
        expect({ format, ...slip }).toMatchObject({ whole: true, cut: false, ticked: 0 })
        expect(slip.lines).toBeGreaterThanOrEqual(lines)
      }
      expect({ format, ...(await printed(page)) }).toEqual({ format, pages, sizes: [size] })
    }
    const words = await page.locator('.slip').first().innerText()
    for (const word of [
      'Chuyên đề 4',
      'Nội dung ghi nhận',
      'Có đồng ý không?',
      'Tố cáo: không ghi vào phiếu',
      'Đọc tên trên sóng',
    ])
      expect(words.toLowerCase()).toContain(word.toLowerCase())
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    expect(
      await page
        .locator('.slip')
        .first()
        .evaluate(slip => slip.ownerDocument.defaultView!.getComputedStyle(slip).color),
    ).toBe('rgb(0, 0, 0)')

    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 640, height: 360 })
    await page.reload()
    await expectShown(page.getByRole('button', { name: /^Số 501–505/ }))
    await page.getByLabel('In từ số').fill('504')
    await expectShown(page.getByText('2 phiếu, 1 trang'))
    expect(await ranges()).toEqual([[501, 505]])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(640)
    windows.expectQuiet()
  })

  it('are reserved once, though the first answer is lost on the way', async () => {
    const before = (await ranges()).length
    const page = await windows.signedIn(`/secretary/paper?program=${house.programId}`, 'thuky2')
    const lost = page.route('**/paper-ranges', async route => {
      await route.fetch()
      await route.abort()
    })
    await lost
    await expectFocused(page.getByLabel('Số lượng phiếu'))
    await page.keyboard.press('Enter')
    await expectShown(page.getByText(/Không kết nối được máy chủ/))
    await page.unroute('**/paper-ranges')
    await page.keyboard.press('Enter')
    await expectShown(page.getByText('10 phiếu, 5 trang'))
    expect((await ranges()).length).toBe(before + 1)
  })

  it('are printed filled from the row, with all that was taken down, over as many pages as it needs', async () => {
    const secretary = await house.as('thuky1')
    await secretary.log('Ẫ Ễ Ợ '.repeat(700), { note: 'gọi lại', caller: caller({ mayForward: false }) })
    const desk = await windows.desk('secretary', 'thuky1')
    await desk.keyboard.press('Alt+f')
    await desk.keyboard.press('ArrowDown')
    await expectFocused(desk.locator('[data-card]').first())
    const [page] = await Promise.all([desk.context().waitForEvent('page'), desk.keyboard.press('Control+p')])
    await expectFocused(page.getByRole('button', { name: 'In' }))
    const words = await page.locator('.filled').innerText()
    for (const word of [
      'Nguyễn Thanh Hải',
      '0939.000.112',
      'Phường Tân An',
      'gọi lại',
      'Chờ duyệt',
      'thuky1',
    ])
      expect(words).toContain(word)
    await expectAccessible(page)
    const { pages, sizes } = await printed(page)
    expect(pages).toBeGreaterThan(1)
    expect(sizes).toEqual(['595×842'])
  })

  it('say on one page of A4, in both languages, who does what when the server dies', async () => {
    const page = await windows.signedIn(`/before-air?program=${house.programId}`, 'daodien')
    const [sheet] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'In giấy: khi máy chủ hỏng' }).press('Enter'),
    ])
    await expectFocused(sheet.getByRole('button', { name: 'In' }))
    await expectAccessible(sheet)
    for (const language of ['vi', 'en']) {
      await sheet.evaluate(chosen => localStorage.setItem('language', chosen), language)
      await sheet.reload()
      await expectShown(sheet.locator('.emergency'))
      const words = await sheet.locator('.emergency').innerText()
      for (const word of ['0931.015.119', house.addresses[0]!, 'npm run restore', 'npm run backup'])
        expect(words).toContain(word)
      await sheet.emulateMedia({ media: 'print' })
      expect({ language, ...(await printed(sheet)) }).toEqual({ language, pages: 1, sizes: ['595×842'] })
      const room = await sheet.locator('.emergency').evaluate(article => {
        const page = article.getBoundingClientRect()
        const parts = [...article.querySelectorAll('li, h3, header *')].map(part =>
          part.getBoundingClientRect(),
        )
        return {
          below: page.bottom - Math.max(...parts.map(({ bottom }) => bottom)),
          right: page.right - Math.max(...parts.map(({ right }) => right)),
        }
      })
      // A printer needs a margin of a few millimetres.
      expect(room.below).toBeGreaterThan(5 * MM)
      expect(room.right).toBeGreaterThan(5 * MM)
      await sheet.emulateMedia({ media: null })
    }
    await sheet.setViewportSize({ width: 640, height: 360 })
    expect(await sheet.evaluate('document.documentElement.scrollWidth')).toBe(640)
    // The answer that was lost above is a complaint.
    windows.expectQuiet(/ERR_FAILED/)
  })
})
