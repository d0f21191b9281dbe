// How long a key press on the moderator's desk takes to be painted, with 500 cards waiting: node bench/desk.mjs [address]
// Measured by the page itself, against a running demo, in a programme of its own: from the key event until the frame
// after it is on its way. Median, 95th percentile and worst of each kind of key, in milliseconds; and beside them what
// the page's main thread worked for one press, clock and news included, which a busy machine does not falsify.
import { v4 as newId } from 'uuid'
import { launchBrowser } from './browser.mjs'

const address = process.argv[2] ?? 'http://127.0.0.1:3000'
const CARDS = 500
const APPROVED = 20
const PRESSES = 40

const ask = (cookie, method, path, body) =>
  fetch(`${address}/api${path}`, {
    method,
    headers: { ...(cookie && { cookie }), 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })

async function signedIn(username) {
  const session = await ask(undefined, 'POST', '/session', { username, password: 'doithoai-demo' })
  const cookie = session.headers.get('set-cookie').split(';')[0]
  return async (method, path, body) => (await ask(cookie, method, path, body)).json()
}

async function programme() {
  const admin = await signedIn('quantri')
  const producer = await signedIn('daodien')
  const secretary = await signedIn('thuky1')
  const id = newId()
  const { programs } = await admin('GET', '/programs')
  await admin('POST', '/programs', { id, title: 'Đo bàn duyệt', copyOf: programs[0].id })
  for (const phase of ['open', 'live']) {
    const { program } = await producer('GET', `/programs/${id}`)
    await producer('POST', `/programs/${id}/phase`, { id: newId(), phase, version: program.version })
  }
  const moderator = await signedIn('duyet2')
  for (let card = 0; card < CARDS + APPROVED; card++) {
    const { question } = await secretary('POST', `/programs/${id}/questions`, {
      id: newId(),
      verbatim: `Hồ sơ đất số ${card} nộp từ tháng trước mà chưa có kết quả, hỏi phường thì phường chỉ lên thành phố.`,
    })
    if (card < APPROVED)
      await moderator('POST', `/questions/${question.id}/moves`, { id: newId(), move: 'approve', version: 1 })
  }
  return id
}

const browser = await launchBrowser()
try {
  const programId = await programme()
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
  await page.goto(`${address}/moderator?program=${programId}`)
  await page.fill('input[name=username]', 'duyet1')
  await page.fill('input[name=password]', 'doithoai-demo')
  await page.keyboard.press('Enter')
  await page.waitForFunction(
    cards => document.querySelectorAll('[data-card]').length === cards,
    CARDS + APPROVED,
  )
  await page.evaluate(() => {
    window.painted = []
    const frame = new MessageChannel()
    let since = 0
    frame.port1.addEventListener('message', () => window.painted.push(performance.now() - since))
    frame.port1.start()
    window.addEventListener(
      'keydown',
      event => {
        since = event.timeStamp
        requestAnimationFrame(() => frame.port2.postMessage(0))
      },
      true,
    )
  })
  const inspector = await page.context().newCDPSession(page)
  await inspector.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await inspector.send('Performance.getMetrics')
    return metrics.find(metric => metric.name === 'TaskDuration').value * 1000
  }
  const measure = async (name, press) => {
    await page.evaluate(() => (window.painted = []))
    const before = await worked()
    for (let time = 0; time < PRESSES; time++) {
      await press(time)
      await page.waitForFunction(count => window.painted.length >= count, time + 1)
    }
    const work = ((await worked()) - before) / PRESSES
    const all = (await page.evaluate(() => window.painted)).toSorted((a, b) => a - b)
    const at = share => all[Math.min(all.length - 1, Math.floor(all.length * share))].toFixed(0).padStart(5)
    console.log(
      `${name.padEnd(22)} p50 ${at(0.5)}  p95 ${at(0.95)}  worst ${at(1)}  work ${work.toFixed(0).padStart(5)}`,
    )
  }
  await measure('walk with ↓', () => page.keyboard.press('ArrowDown'))
  await measure('open and close', time => page.keyboard.press(time % 2 === 0 ? 'Enter' : 'Escape'))
  await page.keyboard.press('Enter')
  await measure('type in the wording', () => page.keyboard.press('a'))
  await page.keyboard.press('Escape')
  await page.locator('[data-column=approved] [data-card]').first().focus()
  await measure('move in the order', () => page.keyboard.press('Alt+ArrowDown'))
  await measure('filter by speaker', () => page.keyboard.press('Alt+Shift+o'))
  await measure('statistics, and back', time =>
    page.keyboard.press(time % 2 === 0 ? 'Alt+Shift+f' : 'Escape'),
  )
} finally {
  await browser.close()
}
