import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import { Cable } from '../support/cable.js'
import type { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import type { Delivery, Frame } from '../support/frame-stream.js'
import { listedOn } from '../support/glass.js'
import { runningOrder } from '../support/history.js'
import { House } from '../support/house.js'
import { Windows } from '../support/windows.js'

/** How many frames with news came to the cable. */
let news = 0

/** What every frame with news does, and nothing else is touched. */
const ofNews =
  (deliver: Delivery): Delivery =>
  frame => {
    if (!/^42\["live:patch"|^43/.test(frame.text)) return [frame]
    news++
    return deliver(frame)
  }

/** Each third piece of news waits until the next two have passed it. */
function overtaken(): Delivery {
  let held: Frame | undefined
  let passed = 0
  return ofNews(frame => {
    if (!held) {
      held = frame
      return []
    }
    if (++passed < 2) return [frame]
    const late = held
    held = undefined
    passed = 0
    return [frame, late]
  })
}

/** Each piece of news comes twice, the second time after the three that follow. */
function repeated(): Delivery {
  const old: Frame[] = []
  return ofNews(frame => {
    old.push(frame)
    return old.length > 3 ? [frame, old.shift()!] : [frame]
  })
}

describe('a screen to which news comes in disorder', () => {
  let house: House
  let cable: Cable
  let windows: Windows
  let moderators: Desk[]
  let host: Page
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    cable = await Cable.to(house.addresses[0]!)
    windows = await Windows.open(cable.address, house.programId)
    moderators = [await house.as('duyet1'), await house.as('duyet2', { instance: 1 })]
    host = await windows.screen('host', 'MC')
    await host.exposeFunction('paintedNow', (told: [string, number][]) => seen.push(told))
    await host.evaluate(`new MutationObserver(() => paintedNow(
      [...document.querySelectorAll('[data-question]')].map(one => [one.dataset.question, Number(one.dataset.version)])
    )).observe(document.body, { subtree: true, childList: true, attributes: true })`)
  })
  afterEach(() => cable.deliver(frame => [frame]))
  afterAll(async () => {
    await windows?.close()
    cable?.close()
    await house?.close()
  })

  /** What stood on the glass each time that it changed: questions and their versions. */
  const seen: [string, number][][] = []

  it.each([
    ['overtaken by what comes after it', overtaken],
    ['repeated when it is old', repeated],
  ])('shows no older version than it has shown, and ends right: %s', async (_how, delivery) => {
    seen.length = 0
    news = 0
    const questions: StaffQuestion[] = []
    for (let count = 0; count < 4; count++)
      questions.push(await moderators[count % 2]!.approved(`Câu đến lộn xộn ${count}`))
    cable.deliver(delivery())
    for (const [at, question] of questions.entries())
      for (let round = 0; round < 6; round++) {
        const { version } = questions[at]!
        const revise = { id: randomUUID(), version, wording: `Câu ${at}, lần sửa ${round}` }
        const desk = moderators[(at + round) % 2]!
        questions[at] = (await desk.patch(`/api/questions/${question.id}`, revise)).question
        const order = { id: randomUUID(), questionId: question.id, after: null }
        if (round === 3) await desk.post(`/api/programs/${house.programId}/order`, order)
      }
    // A frame that is held for good is found missing by the pulse, two seconds later or four.
    const right = await runningOrder(house.database, house.programId)
    await eventually(
      async () => {
        expect(await listedOn(host)).toEqual(right.slice(1))
        for (const { id, version } of questions) expect(seen.at(-1)).toContainEqual([id, version])
      },
      { timeout: 15_000 },
    )
    const latest = new Map<string, number>()
    // How much of it a page draws at once is its own affair.
    expect(news).toBeGreaterThan(10)
    expect(seen.length).toBeGreaterThan(0)
    for (const [id, version] of seen.flat()) {
      expect(version).toBeGreaterThanOrEqual(latest.get(id) ?? 0)
      latest.set(id, version)
    }
  })
})
