import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Cable } from '../../support/cable.js'
import { Crowd } from '../../support/crowd.js'
import type { Desk } from '../../support/desk.js'
import { percentile, report } from '../../support/figures.js'
import { headOf, runningOrder } from '../../support/history.js'
import { Station } from '../../support/station.js'

const BROADCASTS = 20_000
/** Before and beside the stuck screen, the same is measured. */
const CALM = 2000
const HANDS = 4

describe('a screen that reads nothing while twenty thousand changes are told', () => {
  let station: Station
  let cable: Cable
  let others: Crowd
  let stuck: Crowd
  let moderator: Desk
  let ids: string[]
  beforeAll(async () => {
    station = await Station.open()
    cable = await Cable.to(station.instances[0]!.address)
    const producer = await station.as('daodien')
    others = await Crowd.gather(producer, 5)
    stuck = await Crowd.gather(producer, 1, cable.address)
    moderator = await station.as('duyet1')
    ids = []
    for (let count = 0; count < 20; count++) ids.push((await moderator.approved(`Câu ${count}`)).id)
  })
  afterAll(async () => {
    for (const crowd of [others, stuck]) crowd?.leave()
    cable?.close()
    await station?.close()
  })

  /** So many changes of the order, by several hands; answers how long each command took. */
  async function change(times: number): Promise<number[]> {
    const took: number[] = []
    let left = times
    const hand = async () => {
      for (; left > 0; left--) {
        const order = { id: randomUUID(), questionId: ids[left % ids.length], after: null }
        const begun = performance.now()
        await moderator.post(`/api/programs/${station.programId}/order`, order)
        took.push(performance.now() - begun)
      }
    }
    await Promise.all(Array.from({ length: HANDS }, hand))
    return took
  }

  it('costs the others nothing, and is right when it reads again', async () => {
    const calm = await change(CALM)
    cable.stall()
    const beside = await change(BROADCASTS)
    report('twenty thousand broadcasts beside a stuck screen', {
      'p99 ms calm': percentile(calm, 0.99),
      'p99 ms beside it': percentile(beside, 0.99),
    })
    const head = await headOf(station.database, station.programId)
    await others.until(screen => screen.revision === head)
    cable.mend()
    await stuck.until(screen => screen.revision === head)
    const right = await runningOrder(station.database, station.programId)
    for (const screen of [...others.screens, ...stuck.screens])
      expect(
        screen
          .of('approved')
          .sort((one, other) => (one.order < other.order ? -1 : 1))
          .map(({ id }) => id),
      ).toEqual(right)
    expect(percentile(beside, 0.99)).toBeLessThan(3 * percentile(calm, 0.99) + 50)
  })
})
