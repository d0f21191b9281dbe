/// <reference lib="dom" />
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { Cable } from '../support/cable.js'
import type { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import { report } from '../support/figures.js'
import { listedOn } from '../support/glass.js'
import { runningOrder } from '../support/history.js'
import { House } from '../support/house.js'
import { Windows, expectGone, expectShown, signIn } from '../support/windows.js'

/** On a quiet machine a mark is there after six seconds, and a screen right again after one; busy ones are slower. */
const MARKED_WITHIN_MS = 10_000
const RIGHT_WITHIN_MS = 10_000
/** Nine seconds and a moment. */
const GIVEN_UP_WITHIN_MS = 16_000

describe('a screen whose line is cut', () => {
  let house: House
  let cable: Cable
  let windows: Windows
  let moderator: Desk
  let panel: Page
  let reloads = 0
  beforeAll(async () => {
    house = await House.open()
    cable = await Cable.to(house.addresses[0]!)
    windows = await Windows.open(cable.address, house.programId)
    moderator = await house.as('duyet1')
    panel = await windows.screen('panel', 'Màn hình giữa')
    panel.on('load', () => reloads++)
  })
  afterAll(async () => {
    await windows?.close()
    cable?.close()
    await house?.close()
  })

  it('keeps its last picture with its age as long as it lasts, and is right again at once with all that it missed', async () => {
    const first = await moderator.approved('Bao giờ đường được sửa?')
    await expectShown(panel.getByText('Bao giờ đường được sửa?'))
    cable.cut()
    const cutAt = performance.now()
    const { question: onAir } = await moderator.take(first, null)
    const second = await moderator.approved('Nộp hồ sơ ở đâu?')
    await moderator.take(second, onAir.id)
    await moderator.approved('Khi nào có kết quả?')
    await expectShown(panel.getByText(/Mất kết nối 00:0\d · bản lúc \d\d:\d\d:\d\d/))
    const marked = performance.now() - cutAt
    await expectShown(panel.getByText(/Mất kết nối 00:1\d/), 20_000)
    await expectShown(panel.getByText('Bao giờ đường được sửa?'))
    cable.mend()
    const mendedAt = performance.now()
    await expectShown(panel.getByText('Nộp hồ sơ ở đâu?'))
    const right = performance.now() - mendedAt
    await expectShown(panel.getByText('Khi nào có kết quả?'))
    await expectGone(panel.getByText('Mất kết nối'))
    await expectGone(panel.getByText('Bao giờ đường được sửa?'))
    report('ten seconds without a line', { 'ms to the mark': marked, 'ms to be right again': right })
    expect(marked).toBeLessThan(MARKED_WITHIN_MS)
    expect(right).toBeLessThan(RIGHT_WITHIN_MS)
    expect(reloads).toBe(0)
  })

  it('is marked on its own glass, and soon on the producer’s board', async () => {
    const producer = await (await windows.machine()).newPage()
    await producer.goto(`${house.addresses[0]}/producer?program=${house.programId}`)
    await signIn(producer, 'daodien')
    const card = producer.getByRole('listitem').filter({ hasText: 'Màn hình giữa' })
    await expectShown(card.getByText('✓ Đang kết nối'))
    cable.cut()
    const cutAt = performance.now()
    await expectShown(panel.getByText(/Mất kết nối/))
    await expectShown(card.getByText('▲ Mất kết nối'), 20_000)
    const red = performance.now() - cutAt
    report('a screen behind a dead line', { 'ms to the producer’s board': red })
    expect(red).toBeLessThan(GIVEN_UP_WITHIN_MS)
    cable.mend()
    await expectShown(card.getByText('✓ Đang kết nối'))
    await expectGone(panel.getByText('Mất kết nối'))
    await producer.context().close()
  })

  it('is given up with its very connection, which no farewell keeps open', async () => {
    const screen = await house.screen('panel')
    const [[connection]] = await Promise.all([
      once(house.app.getHttpServer(), 'connection') as Promise<[Socket]>,
      screen.join(cable.address),
    ])
    cable.cut()
    const cutAt = performance.now()
    await screen.live.until(() => connection.destroyed, 20_000)
    const freed = performance.now() - cutAt
    cable.mend()
    report('a connection that went without a word', { 'ms until the server frees it': freed })
    expect(freed).toBeLessThan(GIVEN_UP_WITHIN_MS)
  })

  describe('and whose own clock is wrong', () => {
    const HOUR_MS = 3_600_000
    let wrong: Page
    beforeAll(async () => {
      const context = await windows.machine({ width: 1280, height: 720 })
      await context.addInitScript(`{
        const Right = Date
        globalThis.wrongBy = ${HOUR_MS}
        globalThis.Date = class extends Right {
          constructor(...given) { super(...(given.length ? given : [Right.now() + wrongBy])) }
          static now() { return Right.now() + wrongBy }
        }
      }`)
      wrong = await context.newPage()
      await wrong.goto(`${cable.address}/screen`)
      const host = await windows.screen('host', 'MC')
      const identity = await host.evaluate(() => localStorage.getItem('screen')!)
      await host.context().close()
      await wrong.evaluate(kept => localStorage.setItem('screen', kept), identity)
      await wrong.reload()
    })

    const setBack = (by: number) => wrong.evaluate(`globalThis.wrongBy = ${by}`)
    /** Milliseconds that the glass is wrong about the time left. */
    async function off(): Promise<number> {
      const left = wrong.getByText(/^còn \d\d:\d\d$/)
      await expectShown(left)
      const before = await left.textContent()
      // What stands there may have been painted before the clock was set.
      await eventually(async () => expect(await left.textContent()).not.toBe(before))
      const [, minutes, seconds] = /(\d\d):(\d\d)/.exec((await left.textContent())!)!
      const [program] = await house.database.query<{ end: Date }>(
        `SELECT "plannedStart" + make_interval(mins => "plannedMinutes") AS end FROM program WHERE id = $1`,
        [house.programId],
      )
      const shown = (Number(minutes) * 60 + Number(seconds)) * 1000
      return Math.abs(shown - (program!.end.getTime() - Date.now()))
    }
    /** Whoever reads a clock late reads it wrong, and reads it again; one that is an hour off stays so. */
    const expectRight = () =>
      eventually(async () => expect(await off()).toBeLessThan(2000), { timeout: 20_000 })

    it('shows the time left by the server’s, an hour off or set back in the midst of it', async () => {
      await expectRight()
      await setBack(-HOUR_MS)
      await expectRight()
    })

    it('goes on with the server’s time, and counts how long it is alone, when it is set while the line is cut', async () => {
      cable.cut()
      await expectShown(wrong.getByText(/Mất kết nối 00:0\d/))
      await setBack(HOUR_MS)
      await expectShown(wrong.getByText(/Mất kết nối 00:1\d/))
      await expectRight()
      cable.mend()
      await expectGone(wrong.getByText('Mất kết nối'))
    })

    it('lists what is approved in the order that the moderator gave it, whenever that was by its own clock', async () => {
      for (const by of [-2 * HOUR_MS, 2 * HOUR_MS, 0]) {
        await setBack(by)
        const { id } = await moderator.approved(`Câu duyệt khi giờ lệch ${by / HOUR_MS} tiếng`)
        const order = { id: randomUUID(), questionId: id, after: null }
        await moderator.post(`/api/programs/${house.programId}/order`, order)
      }
      const right = await runningOrder(house.database, house.programId)
      expect(right.length).toBeGreaterThan(2)
      await eventually(async () => expect(await listedOn(wrong)).toEqual(right))
    })
  })
})
