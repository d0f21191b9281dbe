// How long a key press on the moderator's desk takes to be painted, with 300 cards: node bench/desk.mjs [address]
// Measured by the page itself, against a running demo, in a programme of its own: from the key event until the frame
// after it is on its way. Median, 95th percentile and worst of each kind of key, in milliseconds.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { v4 as newId } from 'uuid'

const address = process.argv[2] ?? 'http://127.0.0.1:3000'
const CARDS = 300
const PRESSES = 40
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']

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
  for (let card = 0; card < CARDS; card++)
    await secretary('POST', `/programs/${id}/questions`, {
      id: newId(),
      verbatim: `Hồ sơ đất số ${card} nộp từ tháng trước mà chưa có kết quả, hỏi phường thì phường chỉ lên thành phố.`,
    })
  return id
}

const browser = await chromium.launch({
  executablePath:
    process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync),
  args: FLAGS,
})
try {
  const programId = await programme()
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
  await page.goto(`${address}/moderator?program=${programId}`)
  await page.fill('input[name=username]', 'duyet1')
  await page.fill('input[name=password]', 'doithoai-demo')
  await page.keyboard.press('Enter')
  await page.waitForFunction(cards => document.querySelectorAll('[data-card]').length === cards, CARDS)
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
  const measure = async (name, press) => {
    await page.evaluate(() => (window.painted = []))
    for (let time = 0; time < PRESSES; time++) {
      await press(time)
      await page.waitForFunction(count => window.painted.length >= count, time + 1)
    }
    const all = (await page.evaluate(() => window.painted)).toSorted((a, b) => a - b)
    const at = share => all[Math.min(all.length - 1, Math.floor(all.length * share))].toFixed(0).padStart(5)
    console.log(`${name.padEnd(22)} p50 ${at(0.5)}  p95 ${at(0.95)}  worst ${at(1)}`)
  }
  await measure('walk with ↓', () => page.keyboard.press('ArrowDown'))
  await measure('open and close', time => page.keyboard.press(time % 2 === 0 ? 'Enter' : 'Escape'))
  await page.keyboard.press('Enter')
  await measure('type in the wording', () => page.keyboard.press('a'))
} finally {
  await browser.close()
}
