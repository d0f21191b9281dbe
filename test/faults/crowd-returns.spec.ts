import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Cable } from '../support/cable.js'
import { Crowd } from '../support/crowd.js'
import { percentile, report } from '../support/figures.js'
import { headOf, runningOrder } from '../support/history.js'
import { Station } from '../support/station.js'
import { restartUnder } from '../support/storm.js'

const SCREENS = 200

describe('two hundred screens that lose their server at once', () => {
  let station: Station
  let cable: Cable
  let crowd: Crowd
  beforeAll(async () => {
    station = await Station.open()
    cable = await Cable.to(station.instances[0]!.address)
    crowd = await Crowd.gather(await station.as('daodien'), SCREENS, cable.address)
  })
  afterAll(async () => {
    crowd?.leave()
    cable?.close()
    await station?.close()
  })

  async function expectAllRight(): Promise<void> {
    const head = await headOf(station.database, station.programId)
    await crowd.until(screen => screen.revision === head)
    const right = (await runningOrder(station.database, station.programId)).sort()
    for (const screen of crowd.screens) expect([...screen.questions.keys()].sort()).toEqual(right)
  }

  it('are all current soon after it was killed and is healthy again, and approving goes on meanwhile', async () => {
    const { allCurrent, calm, stormy } = await restartUnder(station, crowd, 40)
    report(`${SCREENS} screens after a restart`, {
      'ms until all are current': allCurrent,
      'approval p99 ms calm': percentile(calm, 0.99),
      'approval p99 ms meanwhile': percentile(stormy, 0.99),
      'approvals meanwhile': stormy.length,
    })
    await expectAllRight()
    expect(allCurrent).toBeLessThan(15_000)
    expect(percentile(stormy, 0.99)).toBeLessThan(5000)
  })

  it('are all right again at once when only their lines were cut', async () => {
    const moderator = await station.as('duyet1')
    const joined = new Set<unknown>()
    for (const screen of crowd.screens) screen.socket.once('disconnect', () => joined.add(screen))
    cable.snap()
    await crowd.until(screen => joined.has(screen))
    const begun = performance.now()
    const { id } = await moderator.approved('Câu duyệt khi đứt dây')
    await crowd.until(screen => screen.questions.has(id))
    const took = performance.now() - begun
    report(`${SCREENS} screens after a cut`, { 'ms until all are right': took })
    await expectAllRight()
    expect(took).toBeLessThan(10_000)
  })
})
