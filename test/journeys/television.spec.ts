/// <reference lib="dom" />
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { StaffQuestion } from '../../protocol/question.js'
import { Cable } from '../support/cable.js'
import type { Desk } from '../support/desk.js'
import { SOON_MS, eventually } from '../support/eventually.js'
import { visiblePixels } from '../support/glass.js'
import { House } from '../support/house.js'
import { Windows, expectGone, expectShown } from '../support/windows.js'

describe('the lower third on television', () => {
  let house: House
  let cable: Cable
  let windows: Windows
  let producer: Desk
  let moderator: Desk
  let screenId: string
  let link: string
  let overlay: Page
  let onAir: StaffQuestion
  const words = () => overlay.getByText('Bao giờ đường được sửa?')
  beforeAll(async () => {
    house = await House.open()
    cable = await Cable.to(house.addresses[0]!)
    windows = await Windows.open(cable.address, house.programId)
    producer = await house.as('daodien')
    moderator = await house.as('duyet1')
    const command = { id: randomUUID(), kind: 'overlay', label: 'Đồ họa' }
    const paired = await producer.post(`/api/programs/${house.programId}/screens`, command, 201)
    screenId = paired.screenId
    link = cable.address + new URL(paired.link).pathname + new URL(paired.link).hash
    overlay = await open(link)
    onAir = (await moderator.take(await moderator.approved('Bao giờ đường được sửa?'), null)).question
  })
  afterAll(async () => {
    await windows?.close()
    cable?.close()
    await house?.close()
  })

  async function open(address: string): Promise<Page> {
    const page = await (await windows.machine({ width: 1920, height: 1080 })).newPage()
    await page.goto(address)
    return page
  }
  const change = (part: object, status = 200) =>
    producer.patch(`/api/screens/${screenId}`, { id: randomUUID(), ...part }, status)
  const cue = (shownQuestionId: string | null) => change({ shownQuestionId })
  /** What the server last told everybody has come to this page too. */
  async function heardOf(): Promise<void> {
    const panel = await windows.screen('panel', 'Đối chiếu')
    await expectShown(panel.getByText('Bao giờ đường được sửa?'))
    await panel.close()
  }
  const expectTransparent = (page = overlay) =>
    eventually(async () => expect(await visiblePixels(page)).toBe(0))

  it('shows nothing of a question on air until it is cued, and then keeps inside the safe area', async () => {
    await heardOf()
    expect(await visiblePixels(overlay)).toBe(0)
    await cue(onAir.id)
    await expectShown(words())
    const box = (await words().boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0.05 * 1920)
    expect(box.x + box.width).toBeLessThanOrEqual(0.95 * 1920)
    expect(box.y + box.height).toBeLessThanOrEqual(0.95 * 1080)
    // A lower third: nothing above the lower half.
    expect(box.y).toBeGreaterThan(540)
    await eventually(async () => expect(await visiblePixels(overlay)).toBeGreaterThan(10_000))
    await cue(null)
    await expectTransparent()
  })

  it('paints neither a message, nor its name, nor a test card, nor a rehearsal', async () => {
    const message = { id: randomUUID(), text: 'Còn 30 giây', to: 'all', seconds: 60 }
    await producer.post(`/api/programs/${house.programId}/messages`, message, 201)
    await change({ identify: true }, 400)
    await change({ testCard: true }, 400)
    await heardOf()
    expect(await visiblePixels(overlay)).toBe(0)
    const rehearsal = await rehearsed()
    await change({ programId: rehearsal })
    await change({ testCard: true, identify: true })
    await heardOf()
    await expectTransparent()
    await producer.phase(rehearsal, 'open')
    await producer.phase(rehearsal, 'live')
    const question = await moderator.approved('Thử một câu', {}, rehearsal)
    await moderator.take(question, null)
    await cue(question.id)
    await eventually(async () => expect(await overlay.evaluate(() => document.readyState)).toBe('complete'))
    await heardOf()
    expect(await visiblePixels(overlay)).toBe(0)
    await change({ programId: house.programId })
  })

  it('goes by itself six seconds after the line went, and is back as soon as the line is', async () => {
    await cue(onAir.id)
    await expectShown(words())
    const pulses: number[] = []
    cable.deliver(frame => {
      if (frame.text.includes('"live:pulse"')) pulses.push(performance.now())
      return [frame]
    })
    await eventually(() => expect(pulses).not.toEqual([]))
    const heardAt = pulses.at(-1)!
    cable.cut()
    await expectGone(words(), 15_000)
    expect(performance.now() - heardAt).toBeGreaterThan(5900)
    expect(performance.now() - heardAt).toBeLessThan(12_000)
    await expectTransparent()
    cable.mend()
    const mendedAt = performance.now()
    await expectShown(words())
    expect(performance.now() - mendedAt).toBeLessThan(2 * SOON_MS)
  })

  it('goes at once when it is revoked, and stays away whoever has the link', async () => {
    await expectShown(words())
    await producer.delete(`/api/screens/${screenId}`, { id: randomUUID() }, 204)
    await expectGone(words(), SOON_MS)
    await expectTransparent()
    const stolen = await refusedAt(link)
    const elsewhere = await refusedAt(`${cable.address}/screen#${randomUUID()}.${'x'.repeat(40)}`)
    for (const page of [overlay, stolen, elsewhere]) {
      expect(await visiblePixels(page)).toBe(0)
      expect((await page.locator('main').innerText()).trim()).toBe('')
    }
  })

  /** A browser that was told that its secret opens nothing. */
  async function refusedAt(address: string): Promise<Page> {
    const page = await (await windows.machine({ width: 1920, height: 1080 })).newPage()
    const told = page
      .waitForEvent('websocket')
      .then(socket =>
        socket.waitForEvent('framereceived', ({ payload }) => /screen.revoked/.test(`${payload}`)),
      )
    await page.goto(address)
    await told
    return page
  }

  async function rehearsed(): Promise<string> {
    const programId = await house.program('draft')
    await producer.post(`/api/programs/${programId}/rehearsal`, { id: randomUUID(), on: true })
    return programId
  }
})
