import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EvilHouse } from '../support/evil-house.js'
import { Windows, expectShown, expectSynced, signIn } from '../support/windows.js'

/** Everything that a page could be made to do: a dialog, a request, an element, a broken policy. */
const WATCH = `addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
  console.error('policy: ' + effectiveDirective + ' ' + blockedURI + ' ' + sample))`

const GROWN =
  'x-canary, iframe, object, embed, [src*="canary"], [href*="canary"], [href^="javascript"], [onerror], [onload], svg:not([class],[aria-hidden],[viewBox],[width])'

/** Texts whose change of direction would turn round what stands beside them in the line. */
const UNBOUND = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const unbound = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/[\\u202e\\u2066\\u2067]/.test(node.data)) continue
    let around = node.parentElement
    const binds = element => {
      const { display, unicodeBidi } = getComputedStyle(element)
      return !/^(inline|contents)$/.test(display) || /isolate|plaintext/.test(unicodeBidi)
    }
    if (around.closest('option, title, style, script')) continue
    while (!binds(around)) around = around.parentElement
    const bare = text => text.replace(/[\\s\\u200b]+$/, '')
    if (!bare(around.textContent).endsWith(bare(node.data))) unbound.push(around.textContent.slice(0, 120))
  }
  return unbound
})()`

describe('what people type, wherever it is shown', () => {
  let evil: EvilHouse
  let windows: Windows
  const dialogs: string[] = []
  const lured: string[] = []

  beforeAll(async () => {
    evil = await EvilHouse.open()
    windows = await Windows.open(evil.house.addresses[0]!, evil.programId)
  })
  afterAll(async () => {
    await windows?.close()
    await evil?.close()
  })

  async function watched(size?: { width: number; height: number }): Promise<Page> {
    const context = await windows.machine(size)
    await context.addInitScript(WATCH)
    context.on('request', request => {
      if (request.url().includes('canary')) lured.push(request.url())
    })
    const page = await context.newPage()
    page.on('dialog', dialog => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    return page
  }

  async function expectLetters(page: Page): Promise<void> {
    expect(await page.locator(GROWN).evaluateAll(grown => grown.map(one => one.outerHTML))).toEqual([])
    expect(await page.evaluate(UNBOUND)).toEqual([])
    expect({ dialogs, lured }).toEqual({ dialogs: [], lured: [] })
    windows.expectQuiet()
  }

  it('is letters on every screen', async () => {
    const producer = await evil.house.as('daodien')
    const path = `/api/programs/${evil.programId}/screens`
    const { speakers } = await producer.get(`/api/programs/${evil.programId}/speakers`)
    for (const kind of ['panel', 'speaker', 'host', 'overlay'] as const) {
      const label = evil.name('Màn hình')
      const speakerId = kind === 'speaker' ? { speakerId: speakers[0].id } : {}
      const made = await producer.post(path, { id: randomUUID(), label, kind, ...speakerId }, 201)
      const onAir = (await (
        await evil.house.as('duyet1')
      ).get(`/api/programs/${evil.programId}/questions?state=on_air`)) as {
        questions: { id: string; wording: string }[]
      }
      const { id, wording } = onAir.questions[0]!
      if (kind === 'overlay')
        await producer.patch(`/api/screens/${made.screenId}`, { id: randomUUID(), shownQuestionId: id })
      const page = await watched({ width: 1920, height: 1080 })
      await page.goto(made.link)
      await expectShown(page.getByText(wording))
      await expectLetters(page)
      if (kind === 'overlay') continue
      await producer.patch(`/api/screens/${made.screenId}`, { id: randomUUID(), identify: true })
      await expectShown(page.getByText(label))
      await expectLetters(page)
    }
  })

  it('is letters on every desk and every page of set-up', async () => {
    const page = await watched()
    await page.goto(windows.address)
    await signIn(page, evil.username, evil.password)
    await expectShown(page.getByText('Tài khoản').first())
    await expectLetters(page)
    const program = `?program=${evil.programId}`
    for (const desk of ['moderator', 'producer', 'secretary', 'before-air']) {
      await page.goto(`${windows.address}/${desk}${program}`)
      await expectSynced(page)
      await expectLetters(page)
    }
    for (const path of [
      `/secretary/paper${program}`,
      '/setup',
      '/setup/new',
      `/setup/programmes/${evil.programId}`,
      '/setup/lists',
      '/setup/accounts',
      '/setup/audit',
      '/password',
    ]) {
      await page.goto(windows.address + path)
      await page.waitForLoadState('networkidle')
      await expectLetters(page)
    }
  })

  it('is letters in an opened card, in the archive, and on paper', async () => {
    const page = await watched()
    await page.goto(`${windows.address}/moderator?program=${evil.programId}`)
    await signIn(page, evil.username, evil.password)
    await expectSynced(page)
    for (const card of await page
      .locator('[data-card]')
      .all()
      .then(cards => cards.slice(0, 6))) {
      await card.press('Enter')
      await expectLetters(page)
      await page.keyboard.press('Escape')
    }
    await page.goto(`${windows.address}/secretary?program=${evil.programId}`)
    await expectSynced(page)
    await page.emulateMedia({ media: 'print' })
    await expectLetters(page)
  })
})
