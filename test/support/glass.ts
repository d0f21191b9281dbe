/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core'

/** How many pixels of a page are not fully transparent: what a vision mixer would lay over its picture. */
export async function visiblePixels(page: Page): Promise<number> {
  const picture = await page.screenshot({ omitBackground: true })
  const counting = await page.context().newPage()
  try {
    return await counting.evaluate(
      async source => {
        const image = await createImageBitmap(await (await fetch(source)).blob())
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!
        canvas.drawImage(image, 0, 0)
        const { data } = canvas.getImageData(0, 0, image.width, image.height)
        let visible = 0
        for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) visible++
        return visible
      },
      `data:image/png;base64,${picture.toString('base64')}`,
    )
  } finally {
    await counting.close()
  }
}

/** The questions that a host's or a speaker's glass lists, from the first to the last: their ids. */
export const listedOn = (page: Page): Promise<string[]> =>
  page
    .locator('li[data-question]')
    .evaluateAll(rows => rows.map(row => (row as HTMLElement).dataset['question']!))

export type Fit = { share: number; faults: string[] }

/**
 * How the large question of a screen fits, measured in the page: its letters as a share of the screen's height, and
 * everything that is cut off, runs out of the picture or lies on something else. A text that is meant to be told by
 * its beginning only (`line-clamp`) is no fault.
 */
export const measureFit = (page: Page): Promise<Fit> =>
  page.evaluate(() => {
    const stage = document.querySelector('[data-stage]')!
    const edge = stage.getBoundingClientRect()
    const faults: string[] = []
    const say = (fault: string, element: Element) =>
      faults.push(`${fault}: ${element.className} ${element.textContent!.slice(0, 30)}`)
    for (const element of stage.querySelectorAll<HTMLElement>('*')) {
      if (element.getClientRects().length === 0) continue
      const { left, right, top, bottom } = element.getBoundingClientRect()
      if (left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1)
        say('outside', element)
      const { overflowY, webkitLineClamp } = getComputedStyle(element)
      if (
        overflowY !== 'visible' &&
        webkitLineClamp === 'none' &&
        element.scrollHeight > element.clientHeight + 1
      )
        say('cut', element)
      // Two stacked marks above and one below need their line to be this high.
      const { fontSize, lineHeight } = getComputedStyle(element)
      if (Number.parseFloat(lineHeight) < 1.45 * Number.parseFloat(fontSize)) say('lines too close', element)
    }
    const words = stage.querySelector<HTMLElement>('article p')!
    if (words.offsetHeight > words.parentElement!.clientHeight + 1) say('too high', words)
    const parts = [...stage.querySelector('article')!.children].filter(
      part => part.getClientRects().length > 0,
    )
    for (const [at, part] of parts.slice(1).entries())
      if (part.getBoundingClientRect().top < parts[at]!.getBoundingClientRect().bottom - 1) say('over', part)
    if (document.documentElement.scrollHeight > innerHeight) say('scrolls', stage)
    return { share: Number.parseFloat(getComputedStyle(words).fontSize) / innerHeight, faults }
  })
