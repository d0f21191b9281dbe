/**
 * Takes the README's pictures from a running demo with the sample questions: `npm start`, `npm run demo:questions`, then
 * `node scripts/pictures.mjs [address]`. It approves a few questions and takes one on air, as people at the desks
 * would; the screen that it pairs is revoked at the end.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { v4 as newId } from 'uuid'

const address = process.argv[2] ?? 'http://127.0.0.1:3000'
const PASSWORD = 'doithoai-demo'
const DESK = { width: 1280, height: 720 }
const MONITOR = { width: 1920, height: 1080 }
const folder = new URL('../docs/pictures/', import.meta.url)

/** Samples, by number, worded as a moderator would for the air. The first is taken. */
const WORDINGS = {
  1: 'Nhà ở phường Xuân Khánh cũ, sổ đỏ còn ghi quận Ninh Kiều: có bắt buộc đổi sổ không, có mất phí không?',
  4: 'Sổ hồng ghi địa chỉ cũ, gia đình đang tính bán: có cần đổi sổ trước không?',
  5: 'Nhà cách trung tâm thành phố hơn 100 cây số: hồ sơ nào nộp tại phường, hồ sơ nào phải lên thành phố?',
  6: 'Nhà ở Long Mỹ, xin giấy phép bán rượu thì nộp ở phường được không?',
}

const browser = await chromium.launch({
  executablePath:
    process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync),
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
})

/** A page at which somebody is signed in; its `ask` speaks to the server in their name. */
async function desk(name, username) {
  const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${address}/${name}`)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByText('Đã đồng bộ').waitFor()
  return { page, ask: (method, path, body) => ask(context, method, path, body) }
}

async function ask(context, method, path, body) {
  const response = await context.request.fetch(address + path, {
    method,
    ...(body && { data: { id: newId(), ...body } }),
  })
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`)
  return response.status() === 204 ? undefined : response.json()
}

/** An hour in its middle: one question on air, a few approved, the panel painted. */
async function stage(moderator, producer) {
  const { programs } = await moderator.ask('GET', '/api/programs')
  const program = programs.find(({ phase }) => phase === 'live') ?? programs[0]
  const { speakers } = await moderator.ask('GET', `/api/programs/${program.id}/speakers`)
  const { questions } = await moderator.ask('GET', `/api/programs/${program.id}/questions?limit=200`)
  const move = (question, body) =>
    moderator.ask('POST', `/api/questions/${question.id}/moves`, { version: question.version, ...body })
  const has = state => questions.filter(question => question.state === state)

  const approved = has('approved')
  for (const [at, [number, wording]] of Object.entries(WORDINGS).entries()) {
    const question = has('pending').find(one => one.number === Number(number))
    const leadSpeakerId = speakers[at % speakers.length].id
    if (question) approved.push((await move(question, { move: 'approve', wording, leadSpeakerId })).question)
  }
  if (has('on_air').length === 0 && approved[0])
    await move(approved[0], { move: 'take', believedOnAirId: null })
  return { programId: program.id, screen: await pairedPanel(program.id, producer) }
}

async function pairedPanel(programId, producer) {
  const context = await browser.newContext({ viewport: MONITOR, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const asked = page.waitForResponse(response => response.url().endsWith('/api/screens'))
  await page.goto(`${address}/screen`)
  const { code } = await (await asked).json()
  const body = { code, label: 'Màn hình sân khấu', kind: 'panel' }
  const { screenId } = await producer.ask('POST', `/api/programs/${programId}/screens`, body)
  await page.locator('article').waitFor()
  return { page, screenId }
}

async function picture(page, name) {
  // Fonts, and what slides into its place.
  await page.waitForTimeout(1000)
  await page.screenshot({ path: new URL(`${name}.png`, folder).pathname })
  console.log(`docs/pictures/${name}.png`)
}

mkdirSync(folder, { recursive: true })
try {
  const [secretary, moderator, producer] = [
    await desk('secretary', 'thuky1'),
    await desk('moderator', 'duyet1'),
    await desk('producer', 'daodien'),
  ]
  const { screen } = await stage(moderator, producer)

  await secretary.page.getByPlaceholder('Tìm không cần dấu').fill('so do')
  await secretary.page.getByLabel('Số điện thoại').first().fill('0939.000.112')
  await secretary.page
    .getByLabel('Nội dung ghi nhận')
    .first()
    .fill('so hong dia chi cu co can doi ko, gia dinh dang tinh ban')
  await picture(secretary.page, 'secretary')
  await secretary.page.getByRole('button', { name: /^Bỏ phiếu/ }).press('Enter')

  const card = moderator.page.getByRole('region', { name: 'Chờ duyệt' }).locator('[data-card]').first()
  await card.press('Enter')
  await picture(moderator.page, 'moderator')
  await picture(producer.page, 'producer')
  await picture(screen.page, 'panel')
  await producer.ask('DELETE', `/api/screens/${screen.screenId}`, {})
} finally {
  await browser.close()
}
