import type { Page } from 'playwright-core'

/** What the page takes for a second lasts as long as the work does on this machine: up to a minute. */
export async function slowly(page: Page, work: () => Promise<void>): Promise<void> {
  await page.evaluate(`{
    const right = performance.now, at = right.call(performance)
    performance.now = () => at + (right.call(performance) - at) / 60
    performance.atRightSpeed = () => { performance.now = right }
  }`)
  await work()
  await page.evaluate('performance.atRightSpeed()')
}

/** The page finds that so much time has passed, in milliseconds. */
export const later = (page: Page, by: number) =>
  page.evaluate(`{ const right = performance.now; performance.now = () => right.call(performance) + ${by} }`)
