import { findBrowser, launchBrowser } from './browser.mjs'
import { percentile } from './figures.mjs'
import { FloorPages, ProductPages } from './glass-pages.mjs'

const WARM_UP_PRESSES = 8
const PAGES = { floor: FloorPages, product: ProductPages }

/**
 * From the key press at the moderator's page (its event's own time) until the screen's page, having painted the question,
 * sends its receipt. All pages stand in one real browser; their clocks are brought to the machine's monotonic one.
 */
export const glass = {
  missing: () => (findBrowser() ? undefined : 'no Chromium is installed and CHROMIUM_PATH names none'),
  async warmUp(_, bench) {
    await bench.crowd.gather(bench.sides, 0)
    const browser = await bench.opened(launchBrowser())
    bench.pages = []
    for (const side of bench.sides) bench.pages.push(await PAGES[side.name].open(browser, side))
    await press(bench.pages, WARM_UP_PRESSES)
  },
  async play({ turns }, { pages }) {
    const taken = await press(pages, turns)
    return Object.fromEntries(
      pages.map(({ side }, at) => [
        side.name,
        { p50: percentile(taken[at], 0.5), p95: percentile(taken[at], 0.95) },
      ]),
    )
  },
}

/** Key presses at both sides in turn: the milliseconds that each took. */
async function press(pages, turns) {
  const taken = pages.map(() => [])
  for (let turn = 0; turn < turns; turn++)
    for (const at of turn % 2 === 0 ? [0, 1] : [1, 0]) taken[at].push(await pages[at].approve(turn))
  return taken
}
