const DESK = { width: 1280, height: 720 }
const MONITOR = { width: 1920, height: 1080 }
const WITHIN_MS = 20_000

/** Noted inside the pages: when the key went down, and when a receipt of something painted was sent. */
function watchKeys() {
  window.addEventListener('keydown', event => event.altKey && (window.pressedAt = event.timeStamp), true)
}
function watchReceipts() {
  window.receipts = []
  const { send } = WebSocket.prototype
  WebSocket.prototype.send = function (data) {
    if (String(data).includes('painted')) window.receipts.push({ at: performance.now(), data })
    return send.call(this, data)
  }
}

/** A page whose times can be told in the machine's monotonic milliseconds. */
async function openPage(browser, url, viewport, watch) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  context.setDefaultTimeout(WITHIN_MS)
  const page = await context.newPage()
  await page.addInitScript(watch)
  await page.goto(url)
  return page
}

/** The browser's time at which a page's own clock stood at zero. */
async function zeroOf(page) {
  const inspector = await page.context().newCDPSession(page)
  await inspector.send('Performance.enable')
  const { metrics } = await inspector.send('Performance.getMetrics')
  await inspector.detach()
  return metrics.find(({ name }) => name === 'NavigationStart').value * 1000
}

/** A moderator's page and a screen's page of one side. */
class Pages {
  constructor(side, desk, screen) {
    Object.assign(this, { side, desk, screen })
  }

  async meetClocks() {
    const [desk, screen] = await Promise.all([zeroOf(this.desk), zeroOf(this.screen)])
    this.apart = screen - desk
    return this
  }

  /** One question more is opened and approved by its key: the milliseconds until the screen said that it is painted. */
  async approve(turn) {
    const question = await this.side.log(this.side.secretaries[0], turn)
    await this.openCard(question)
    await this.desk.keyboard.press('Alt+d')
    const receipt = await this.screen.waitForFunction(
      id => window.receipts.find(({ data }) => data.includes(id)),
      question.id,
    )
    const { at } = await receipt.jsonValue()
    const taken = at + this.apart - (await this.desk.evaluate(() => window.pressedAt))
    await this.clear(question)
    return taken
  }
}

export class FloorPages extends Pages {
  static async open(browser, side) {
    const desk = await openPage(browser, `${side.address}/moderator`, DESK, watchKeys)
    const screen = await openPage(browser, `${side.address}/screen`, MONITOR, watchReceipts)
    return new FloorPages(side, desk, screen).meetClocks()
  }

  async openCard(question) {
    await this.desk.evaluate(one => window.openCard(one), question)
  }

  async clear() {
    await this.screen.evaluate(() => (window.receipts = []))
  }
}

export class ProductPages extends Pages {
  static async open(browser, side) {
    const desk = await openPage(
      browser,
      `${side.address}/moderator?program=${side.programId}`,
      DESK,
      watchKeys,
    )
    await desk.fill('input[name=username]', 'duyet1')
    await desk.fill('input[name=password]', 'doithoai-demo')
    await desk.keyboard.press('Enter')
    await desk.getByText('Đã đồng bộ').waitFor()
    const { screenId, secret } = side.screens[0].auth
    const screen = await openPage(
      browser,
      `${side.address}/screen#${screenId}.${secret}`,
      MONITOR,
      watchReceipts,
    )
    await screen.locator('[data-stage]').waitFor()
    return new ProductPages(side, desk, screen).meetClocks()
  }

  /** What came while a hand was on the column is let in first. */
  async openCard({ id }) {
    const card = this.desk.locator(`[data-card="${id}"]`)
    const news = this.desk.getByRole('button', { name: /câu mới/ })
    await card.or(news).first().waitFor()
    if (await news.isVisible()) await news.press('Enter')
    await card.press('Enter')
    await this.desk.locator('textarea:focus').waitFor()
  }

  /** Off the screen again, so that the next one stands at its place. Approved, it is one version further. */
  async clear(question) {
    await this.side.withdraw({ ...question, version: question.version + 1 })
    await this.screen.locator(`[data-question="${question.id}"]`).waitFor({ state: 'detached' })
    await this.screen.evaluate(() => (window.receipts = []))
  }
}
