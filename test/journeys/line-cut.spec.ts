/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { Cable } from '../support/cable.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { Windows, expectGone, expectShown } from '../support/windows.js'

const HOUR_MS = 3_600_000

describe('a screen and its line', () => {
  let house: House
  let cable: Cable
  let windows: Windows
  let moderator: Desk
  let panel: Page
  beforeAll(async () => {
    house = await House.open()
    cable = await Cable.to(house.addresses[0]!)
    windows = await Windows.open(cable.address, house.programId)
    moderator = await house.as('duyet1')
    panel = await windows.screen('panel')
  })
  afterAll(async () => {
    await windows?.close()
    cable?.close()
    await house?.close()
  })

  it('keeps its last picture with its age for the thirty seconds that the network is away, and is right again at once', async () => {
    const first = await moderator.approved('Bao giờ đường được sửa?')
    await expectShown(panel.getByText('Bao giờ đường được sửa?'))
    cable.cut()
    const cutAt = performance.now()
    const { question: onAir } = await moderator.take(first, null)
    const second = await moderator.approved('Nộp hồ sơ ở đâu?')
    await moderator.take(second, onAir.id)
    await expectShown(panel.getByText(/Mất kết nối 00:0\d · bản lúc \d\d:\d\d:\d\d/))
    expect(performance.now() - cutAt).toBeLessThan(8500)
    await expectShown(panel.getByText('Mất kết nối 00:30'), 40_000)
    await expectShown(panel.getByText('Bao giờ đường được sửa?'))
    cable.mend()
    const mendedAt = performance.now()
    await expectShown(panel.getByText('Nộp hồ sơ ở đâu?'))
    const took = performance.now() - mendedAt
    await expectGone(panel.getByText('Mất kết nối'))
    await expectGone(panel.getByText('Bao giờ đường được sửa?'))
    expect(took).toBeLessThan(2000)
  })

  it('shows the time left by the server’s clock, however wrong its own', async () => {
    const context = await windows.machine({ width: 1280, height: 720 })
    await context.addInitScript(`{
      const Right = Date
      globalThis.Date = class extends Right {
        constructor(...given) { super(...(given.length ? given : [Right.now() + ${HOUR_MS}])) }
        static now() { return Right.now() + ${HOUR_MS} }
      }
    }`)
    const wrong = await context.newPage()
    await wrong.goto(`${cable.address}/screen`)
    const identity = await panel.evaluate(() => localStorage.getItem('screen')!)
    await wrong.evaluate(kept => localStorage.setItem('screen', kept), identity)
    await wrong.reload()
    const left = wrong.getByText(/^còn \d\d:\d\d$/)
    await expectShown(left)
    const [, minutes, seconds] = /(\d\d):(\d\d)/.exec((await left.textContent())!)!
    const { program } = await moderator.get(`/api/programs/${house.programId}`)
    const right = Date.parse(program.plannedStart) + program.plannedMinutes * 60_000 - Date.now()
    const shown = (Number(minutes) * 60 + Number(seconds)) * 1000
    expect(Math.abs(shown - right)).toBeLessThan(2000)
  })
})
