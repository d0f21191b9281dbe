import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unread } from '../../../server/live/hang-up.js'
import { LiveRooms } from '../../../server/live/live.rooms.js'
import { Cable } from '../../support/cable.js'
import type { Desk } from '../../support/desk.js'
import { percentile, report } from '../../support/figures.js'
import { House } from '../../support/house.js'
import { LiveClient } from '../../support/live-client.js'
import { beliefOf } from '../../support/replica.js'

const MIB = 1024 * 1024
/** As long as a caller's words may be: a desk is sent all of them again with each change. */
const LONG = 'Bao giờ đường được sửa? '.repeat(208)

describe('a client that takes nothing in and goes on living', () => {
  let house: House
  let cable: Cable
  let moderator: Desk
  beforeAll(async () => {
    house = await House.open()
    cable = await Cable.to(house.addresses[0]!)
    moderator = await house.as('duyet1')
  })
  afterAll(async () => {
    cable?.close()
    await house?.close()
  })

  /**
   * It says that it lives without having been asked, and does not miss that nobody asks: so only what it does not read
   * tells that it is stuck.
   */
  function keepAlive({ socket }: LiveClient): NodeJS.Timeout {
    const { engine } = socket.io
    clearTimeout(Reflect.get(engine, '_pingTimeoutTimer') as NodeJS.Timeout)
    return setInterval(() => engine.transport.send([{ type: 'pong' }]), 500)
  }

  /** Moves questions to the front until it is enough; answers how long each took until the other desk had it. */
  async function broadcast(other: LiveClient, ids: string[], isEnough: (sent: number) => boolean) {
    const took: number[] = []
    while (!isEnough(took.length)) {
      const order = { id: randomUUID(), questionId: ids[took.length % ids.length], after: null }
      const begun = performance.now()
      const { revision } = await moderator.post(`/api/programs/${house.programId}/order`, order)
      await other.until(() => other.revision >= revision)
      took.push(performance.now() - begun)
    }
    return took
  }

  it('is cut when a mebibyte waits for it, costs the others nothing, and is right when it comes back', async () => {
    const ids: string[] = []
    for (let count = 0; count < 4; count++) {
      const { question } = await moderator.move(await moderator.log(LONG), 'approve', { wording: 'Câu dài' })
      ids.push(question.id)
    }
    const other = await moderator.join()
    const calm = await broadcast(other, ids, sent => sent >= 100)

    const headers = { cookie: moderator.cookie! }
    const stuck = await LiveClient.connect(cable.address, { headers, reconnection: true })
    await stuck.stay({ programId: house.programId })
    const held = house.app
      .get(LiveRooms)
      .all()
      .find(({ id }) => id === stuck.socket.id)!
    let reason = ''
    held.on('disconnect', told => (reason = told))
    cable.stall()
    const alive = keepAlive(stuck)
    let most = 0
    const beside = await broadcast(other, ids, () => {
      most = Math.max(most, unread(held))
      return reason !== ''
    })
    clearInterval(alive)
    report('beside a client that reads nothing', {
      'broadcasts until it was cut': beside.length,
      'MiB that waited for it': most / MIB,
      'p99 ms calm': percentile(calm, 0.99),
      'p99 ms beside it': percentile(beside, 0.99),
    })
    expect(reason).toMatch(/^transport/)
    expect(most).toBeGreaterThan(MIB)
    expect(most).toBeLessThan(16 * MIB)
    expect(percentile(beside, 0.5)).toBeLessThan(3 * percentile(calm, 0.5) + 20)

    cable.mend()
    await stuck.until(() => stuck.revision === other.revision, 30_000)
    expect(beliefOf(stuck)).toEqual(beliefOf(other))
    stuck.close()
  })
})
