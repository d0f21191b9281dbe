/// <reference lib="dom" />
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PATCH_WINDOW } from '../../../protocol/live.js'
import { Cable } from '../../support/cable.js'
import { eventually } from '../../support/eventually.js'
import { listedOn } from '../../support/glass.js'
import { headOf, runningOrder } from '../../support/history.js'
import { Station } from '../../support/station.js'
import { Windows, expectGone, expectShown } from '../../support/windows.js'

describe('a screen that was away for more than can be told as one change', () => {
  let station: Station
  let cable: Cable
  let windows: Windows
  beforeAll(async () => {
    station = await Station.open()
    cable = await Cable.to(station.instances[0]!.address)
    windows = await Windows.open(cable.address, station.programId)
  })
  afterAll(async () => {
    await windows?.close()
    cable?.close()
    await station?.close()
  })

  it('is given everything anew by the server that was started meanwhile: in order, once, and without a reload', async () => {
    const moderator = await station.as('duyet1')
    const before = []
    for (const text of ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu']) before.push(await moderator.approved(text))
    const host = await windows.screen('host', 'MC')
    let reloads = 0
    host.on('load', () => reloads++)
    await eventually(async () => expect(await listedOn(host)).toHaveLength(5))
    const left = await headOf(station.database, station.programId)

    cable.cut()
    await expectShown(host.getByText(/Mất kết nối/))
    await moderator.move(before[1]!, 'withdraw')
    const late = await moderator.approved('bảy')
    const known = [...before.filter((_one, at) => at !== 1), late].map(({ id }) => id)
    const move = (at: number) =>
      moderator.post(`/api/programs/${station.programId}/order`, {
        id: randomUUID(),
        questionId: known[at % known.length],
        after: at % 3 ? known[(at + 1) % known.length] : null,
      })
    for (let moved = 0; moved <= PATCH_WINDOW; moved += 25)
      await Promise.all(Array.from({ length: 25 }, (_none, at) => move(moved + at)))
    await moderator.take(late, null)
    expect((await headOf(station.database, station.programId)) - left).toBeGreaterThan(PATCH_WINDOW)
    await station.instances[0]!.kill()
    await station.restart()

    const answers: string[] = []
    host.on('websocket', socket =>
      socket.on('framereceived', ({ payload }) => answers.push(String(payload).slice(0, 60))),
    )
    cable.mend()
    await expectShown(host.getByText('bảy'))
    await expectGone(host.getByText('Mất kết nối'))
    const right = await runningOrder(station.database, station.programId)
    expect(right).toHaveLength(5)
    await eventually(async () => expect(await listedOn(host)).toEqual(right))
    await expectGone(host.getByText('hai'))
    expect(answers.filter(answer => /"snapshot"/.test(answer))).toHaveLength(1)
    expect(reloads).toBe(0)
  })
})
