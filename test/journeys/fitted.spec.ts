import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { StaffQuestion } from '../../protocol/question.js'
import samples from '../../server/seed/sample-questions.json' with { type: 'json' }
import type { Desk } from '../support/desk.js'
import { measureFit } from '../support/glass.js'
import { House } from '../support/house.js'
import { axeOf, Windows, expectShown } from '../support/windows.js'

const SIZES = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [768, 1024],
  [844, 390],
] as const
const KINDS = ['panel', 'speaker', 'host'] as const
const MARKS = 'Ẫ Ễ Ợ Ự ẨỂ '

/** Of that many characters, with the highest and the lowest marks on every line. */
const marked = (length: number) =>
  `${MARKS}đường bị ngập ${MARKS}bao giờ sửa `.repeat(30).slice(0, length).trim().padEnd(length, '?')

const CALLER = {
  honorific: 'Anh',
  name: 'Nguyễn Thanh Hải',
  place: { text: 'Phường Tân An' },
  mayReadName: true,
  mayKeep: false,
  mayForward: false,
}

describe('a text on a screen', () => {
  let house: House
  let windows: Windows
  let moderator: Desk
  let pages: Page[]
  let before: StaffQuestion | null = null
  beforeAll(async () => {
    house = await House.open()
    windows = await Windows.open(house.addresses[0]!, house.programId)
    moderator = await house.as('duyet1')
    const { speakers } = await moderator.get(`/api/programs/${house.programId}/speakers`)
    const seat = { speakerId: speakers[0].id as string }
    pages = []
    for (const kind of KINDS) pages.push(await windows.screen(kind, kind, kind === 'speaker' ? seat : {}))
    // What comes after it is long as well.
    for (const length of [600, 120, 40]) await approved(marked(length))
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  async function approved(text: string): Promise<StaffQuestion> {
    const { speakers } = await moderator.get(`/api/programs/${house.programId}/speakers`)
    const question = await moderator.log(text, { caller: CALLER })
    const seats = { leadSpeakerId: speakers[0].id, supportingSpeakerIds: [speakers[1].id] }
    return (await moderator.move(question, 'approve', { wording: text, ...seats })).question
  }
  async function onAir(text: string): Promise<StaffQuestion> {
    const { question } = await moderator.take(await approved(text), before?.id ?? null)
    before = question
    return question
  }
  /** Whatever does not fit, on every kind at every size, once its letters have found theirs. */
  async function faultsOf(text: string, least: number): Promise<string[]> {
    const { id } = await onAir(text)
    const faults: string[] = []
    for (const [at, page] of pages.entries()) {
      await expectShown(page.locator(`article[data-place=now][data-question="${id}"]`))
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height })
        // A rounding of the browser's is no smaller letter.
        const found = await settled(page, least - 0.0002)
        faults.push(...found.map(fault => `${KINDS[at]} ${width}×${height}: ${fault}`))
      }
    }
    return faults
  }
  /** Measured until there is nothing to find, or for long: letters find their size in the frame after a change. */
  async function settled(page: Page, least: number): Promise<string[]> {
    const until = performance.now() + 10_000
    for (;;) {
      const { share, faults } = await measureFit(page)
      if (share < least) faults.push(`letters of ${(100 * share).toFixed(2)} %`)
      if (faults.length === 0 || performance.now() > until) return faults
    }
  }

  it.each([8, 60, 150, 280])('of %i characters is 3.7 % of the height at least, and whole', async length => {
    expect(await faultsOf(marked(length), 0.037)).toEqual([])
  })

  it('of 600 characters is 2.6 % of the height at least, and whole', async () => {
    expect(await faultsOf(marked(600), 0.026)).toEqual([])
  })

  it('of the samples is legible at four metres', async () => {
    const texts = samples.map(({ text }) => text.slice(0, 600)).toSorted((a, b) => b.length - a.length)
    for (const text of texts.slice(0, 3))
      expect(await faultsOf(text, text.length > 280 ? 0.026 : 0.037)).toEqual([])
  })

  it('stands out of its ground by 7 to 1', async () => {
    for (const page of pages) {
      await page.setViewportSize({ width: 1920, height: 1080 })
      const { violations } = await axeOf(page).withRules(['color-contrast-enhanced']).analyze()
      expect(violations.flatMap(({ nodes }) => nodes.map(node => node.html))).toEqual([])
    }
  })
})
