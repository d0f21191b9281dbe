import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { paths } from '../../protocol/paths.js'
import type { ScreenKind } from '../../protocol/screen.js'
import { DEMO_PASSWORD } from '../../server/seed/first-accounts.js'
import { launchBrowser } from './browser.js'
import { Desk } from './desk.js'
import { eventually } from './eventually.js'

const SIZE = { width: 1280, height: 720 }
type Kept = Exclude<BrowserContextOptions['storageState'], string | undefined>
export type DeskName = 'secretary' | 'moderator' | 'producer'

/** What a browser writes into its console by itself when a server is not there, or goes in the middle of an answer. */
export const SERVER_AWAY =
  /ERR_CONNECTION_(REFUSED|RESET|CLOSED|ABORTED)|ERR_SOCKET_NOT_CONNECTED|ERR_EMPTY_RESPONSE|ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_CHUNKED_ENCODING|WebSocket connection to/

/** Real browser windows before a running server: each desk and each screen with cookies and storage of its own. */
export class Windows {
  /** Everything that a console was told as an error. */
  readonly complaints: string[] = []

  private constructor(
    readonly address: string,
    private readonly programId: string,
    private readonly browser: Browser,
  ) {}

  static async open(address: string, programId: string, flags: string[] = []): Promise<Windows> {
    return new Windows(address, programId, await launchBrowser(flags))
  }

  /** A machine of its own: nobody is signed in at it. */
  async machine(size = SIZE, kept: Kept = { cookies: [], origins: [] }): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      viewport: size,
      reducedMotion: 'reduce',
      storageState: kept,
    })
    context.setDefaultTimeout(15_000)
    context.on('console', message => {
      if (message.type() === 'error') this.complaints.push(`${message.page()?.url()}: ${message.text()}`)
    })
    context.on('weberror', fault => this.complaints.push(`${fault.page()?.url()}: ${fault.error().stack}`))
    return context
  }

  /** Somebody who opens an address, is asked who they are, and says it with the keyboard alone. */
  async signedIn(path: string, username: string, password = DEMO_PASSWORD): Promise<Page> {
    const page = await (await this.machine()).newPage()
    await page.goto(this.address + path)
    await signIn(page, username, password)
    return page
  }

  /** A desk that is in sync, of somebody who signed in at this machine before. */
  async desk(name: DeskName, username: string, password = DEMO_PASSWORD): Promise<Page> {
    const page = await (await this.machine(SIZE, await this.signedInBefore(username, password))).newPage()
    await page.goto(`${this.address}/${name}?program=${this.programId}`)
    await expectSynced(page)
    await expectShown(page.locator(name === 'secretary' ? '#slip-title' : 'main'))
    return page
  }

  /** A browser on a monitor: it shows a code, and the producer pairs it. */
  async screen(
    kind: ScreenKind = 'panel',
    label = 'Màn hình thử',
    rest: { speakerId?: string } = {},
  ): Promise<Page> {
    const { page, code } = await this.unpairedScreen()
    const producer = await this.api('daodien')
    const command = { id: randomUUID(), code, label, kind, ...rest }
    await producer.post(`/api/programs/${this.programId}/screens`, command, 201)
    await expectGone(codeOn(page, code))
    return page
  }

  /** What a browser keeps of who signed in: the session's cookie, and that there is one to ask for. */
  private async signedInBefore(username: string, password: string): Promise<Kept> {
    const desk = await this.api(username, password)
    const [name, value] = desk.cookie!.split('=') as [string, string]
    const { account } = await desk.get(paths.session)
    const cookie = { name, value, domain: new URL(this.address).hostname, path: '/', expires: -1 }
    return {
      cookies: [{ ...cookie, httpOnly: true, secure: false, sameSite: 'Strict' }],
      origins: [{ origin: this.address, localStorage: [{ name: 'signed-in', value: account.id }] }],
    }
  }

  /** Somebody whom the same server knows, without a browser. */
  private async api(username: string, password = DEMO_PASSWORD): Promise<Desk> {
    const desk = new Desk(this.address.replace('doithoai.test', '127.0.0.1'), this.programId)
    expect((await desk.signIn(username, password)).status).toBe(200)
    return desk
  }

  async unpairedScreen(): Promise<{ page: Page; code: string }> {
    const page = await (await this.machine({ width: 1920, height: 1080 })).newPage()
    const asked = page.waitForResponse(response => response.url().endsWith('/api/screens'))
    await page.goto(`${this.address}/screen`)
    const { code } = (await (await asked).json()) as { code: string }
    await expectShown(codeOn(page, code))
    return { page, code }
  }

  /** No console was told of an error, but for what the journey itself brings about. */
  expectQuiet(but?: RegExp): void {
    expect(this.complaints.filter(complaint => !but?.test(complaint))).toEqual([])
  }

  close(): Promise<void> {
    return this.browser.close()
  }
}

/** The cursor is in the name's field when the page is there. */
export async function signIn(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  await expectFocused(page.getByLabel('Tên đăng nhập'))
  await page.keyboard.type(username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

/** The code as a person reads it, however its digits are spaced. */
const codeOn = (page: Page, code: string) => page.getByText(new RegExp([...code].join('\\s*'))).first()

/** Shown, and as ready as a person finds it: a key pressed in the very frame would come before the page listens for it. */
export async function expectShown(what: Locator, timeout = 10_000): Promise<void> {
  await what.first().waitFor({ timeout })
  // A page that goes away meanwhile has nothing to be ready for.
  await what
    .page()
    .evaluate(untilIdle)
    .catch(() => undefined)
}

const untilIdle = () => new Promise<void>(idle => requestIdleCallback(() => idle(), { timeout: 2000 }))

export async function expectGone(what: Locator, timeout = 10_000): Promise<void> {
  const shown = what.filter({ visible: true })
  await eventually(async () => expect(await shown.count(), `${what.toString()} is still there`).toBe(0), {
    timeout,
  })
}

export async function expectFocused(what: Locator, timeout = 10_000): Promise<void> {
  await eventually(
    async () => expect(await hasFocus(what), `${what.toString()} has the keyboard`).toBe(true),
    {
      timeout,
    },
  )
}

export const hasFocus = (what: Locator) => what.evaluate(element => element.matches(':focus'))

export const expectSynced = (page: Page) => expectShown(page.getByText('Đã đồng bộ'), 15_000)

/** Goes on with Tab until something has the keyboard, as somebody without a mouse would. */
export async function tabTo(page: Page, what: Locator, atMost = 60): Promise<void> {
  for (let presses = 0; presses < atMost; presses++) {
    if (await hasFocus(what)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${what.toString()} is not reached in ${atMost} presses of Tab`)
}

/** What is still fading in has no contrast of its own yet; what is about to begins with one of the next frames. */
async function untilStill(): Promise<void> {
  const moves = (one: Animation) =>
    one.playState === 'running' && one.effect!.getComputedTiming().endTime !== Infinity
  for (let still = 0; still < 5; still = document.getAnimations().some(moves) ? 0 : still + 1)
    await new Promise(requestAnimationFrame)
}

/** Without frames, as our pages are, it needs no second page to gather what it found. */
export const axeOf = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

/** axe finds nothing: rules that a machine can check, all of them. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(untilStill)
  const { violations } = await axeOf(page).analyze()
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html }) => html.slice(0, 160)),
  }))
  expect(found).toEqual([])
}
