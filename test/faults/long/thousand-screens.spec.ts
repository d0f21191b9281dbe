import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Crowd, ticketsFrom } from '../../support/crowd.js'
import { percentile, report } from '../../support/figures.js'
import { headOf } from '../../support/history.js'
import { Station } from '../../support/station.js'
import { restartUnder } from '../../support/storm.js'

const SCREENS = 1000
/** What a screen may hold of the server's memory. KiB, with what is not thrown away yet; 40 are meant. */
const MOST_KIB = 120

/** KiB of the machine's memory that a process holds. */
const heldBy = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1])

describe('a thousand screens', () => {
  let station: Station
  let crowd: Crowd
  beforeAll(async () => {
    station = await Station.open()
  })
  afterAll(async () => {
    crowd?.leave()
    await station?.close()
  })

  it('cost the server little memory each', async () => {
    const producer = await station.as('daodien')
    const { pid } = station.instances[0]!
    // The first ones pay for what the program makes once.
    const tickets = await ticketsFrom(producer, SCREENS)
    const first = await Crowd.open(tickets.slice(0, 100), producer.address)
    first.leave()
    const before = heldBy(pid)
    crowd = await Crowd.open(tickets, producer.address)
    const each = (heldBy(pid) - before) / SCREENS
    report(`${SCREENS} screens`, { 'KiB each': each, 'MiB in all': heldBy(pid) / 1024 })
    expect(each).toBeLessThan(MOST_KIB)
  })

  it('are all current soon after their server was killed and is healthy again, and approving goes on meanwhile', async () => {
    const { allCurrent, calm, stormy } = await restartUnder(station, crowd, 40)
    report(`${SCREENS} screens after a restart`, {
      'ms until all are current': allCurrent,
      'approval p99 ms calm': percentile(calm, 0.99),
      'approval p99 ms meanwhile': percentile(stormy, 0.99),
      'approvals meanwhile': stormy.length,
    })
    const head = await headOf(station.database, station.programId)
    await crowd.until(screen => screen.revision === head)
    expect(allCurrent).toBeLessThan(60_000)
  })
})
