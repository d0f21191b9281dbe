import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonHere, ScreenReceipt } from '../../protocol/live.js'
import type { StaffQuestion } from '../../protocol/question.js'
import { Cable } from '../support/cable.js'
import { Crowd } from '../support/crowd.js'
import { eventually } from '../support/eventually.js'
import { report } from '../support/figures.js'
import { listedOn } from '../support/glass.js'
import { expectNoGap, runningOrder } from '../support/history.js'
import type { LiveClient } from '../support/live-client.js'
import { Screen } from '../support/screen.js'
import { Station } from '../support/station.js'
import { Windows, expectGone, expectSynced } from '../support/windows.js'

const SCREENS = 20

const latest = (client: LiveClient, event: string) =>
  client.heard.findLast(heard => heard.event === event)?.payload

describe('two instances behind one address, of which one is killed', () => {
  let station: Station
  let cable: Cable
  let windows: Windows
  let crowd: Crowd
  let host: Page
  let desk: Page
  /** At the instance that lives: the producer's. At the one that dies: a screen that is not switched on again. */
  let board: LiveClient
  let gone: Screen
  beforeAll(async () => {
    station = await Station.open({ instances: 2 })
    cable = await Cable.to(...station.instances.map(({ address }) => address))
    windows = await Windows.open(cable.address, station.programId)
    crowd = await Crowd.gather(await station.as('daodien', 1), SCREENS, cable.address)
    host = await windows.screen('host', 'MC')
    desk = await windows.desk('moderator', 'duyet2')
    const producer = await station.as('daodien', 1)
    board = await station.joined(producer)
    gone = await Screen.ask(station.instances[0]!.address)
    const command = { id: randomUUID(), code: gone.code, label: 'Màn hình tắt', kind: 'panel' }
    await producer.post(`/api/programs/${station.programId}/screens`, command, 201)
    await gone.join()
    await (await station.as('thuky2', 0)).join()
    await board.until(() => latest(board, 'live:people')?.people.length === 3)
  })
  afterAll(async () => {
    crowd?.leave()
    await windows?.close()
    cable?.close()
    await station?.close()
  })

  /** Takes the LISTEN connections of every instance away. */
  const deafen = () =>
    station.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'doithoai-listens'`,
    )

  it('leaves its screens and desks to the other, which loses nothing although its own news is cut off', async () => {
    const secretary = await station.as('thuky1', 1)
    const questions: StaffQuestion[] = []
    for (let count = 1; count <= 30; count++) questions.push(await secretary.log(`Câu ${count}`))
    const moderators = [await station.as('duyet1', 0), await station.as('duyet1', 1)]
    const moved = new Set<LiveClient>()
    for (const screen of crowd.screens) screen.socket.once('disconnect', () => moved.add(screen))

    const acknowledged: string[] = []
    let killedAt = 0
    for (const [at, question] of questions.entries()) {
      if (at === 12) {
        station.instances[0]!.signal('SIGKILL')
        killedAt = performance.now()
      }
      if (at % 4 === 0) await deafen()
      const command = { id: randomUUID(), move: 'approve', version: question.version }
      const path = `/api/questions/${question.id}/moves`
      const answer = await moderators[at % 2]!.ask('POST', path, command).catch(() =>
        // A desk whose server went asks the other, under the same id.
        moderators[1]!.ask('POST', path, command),
      )
      expect(answer.status).toBe(200)
      acknowledged.push(question.id)
    }
    const last = questions.at(-1)!.id
    await crowd.until(screen => screen.questions.has(last), 20_000)
    const took = performance.now() - killedAt
    report('one of two instances killed', { 'ms until all screens are right': took, moved: moved.size })

    const head = (await expectNoGap(station.database, station.programId)).length
    await crowd.until(screen => screen.revision === head)
    const right = await runningOrder(station.database, station.programId)
    expect(right.toSorted()).toEqual(acknowledged.toSorted())
    expect(moved.size).toBeGreaterThan(0)
    expect(moved.size).toBeLessThan(SCREENS)
    for (const screen of crowd.screens) {
      expect(
        screen
          .of('approved')
          .map(({ id }) => id)
          .sort(),
      ).toEqual(right.toSorted())
      const reached = screen.applied.map(({ revision }) => revision)
      expect(reached).toEqual(reached.toSorted((one, other) => one - other))
    }
    expect(took).toBeLessThan(15_000)
    await expectGone(host.getByText('Mất kết nối'))
    await eventually(async () => expect(await listedOn(host)).toEqual(right.slice(1)), { timeout: 10_000 })
    await expectSynced(desk)
  })

  it('is soon off the boards: who went with it is gone, and who came back stands there once', async () => {
    const receipts = () => latest(board, 'live:receipts').screens as ScreenReceipt[]
    const people = () => latest(board, 'live:people').people as PersonHere[]
    await board.until(
      () =>
        receipts().find(({ screenId }) => screenId === gone.id)?.connected === false && people().length === 2,
      20_000,
    )
    expect(
      people()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['daodien', 'duyet2'])
    // Each of the crowd, and the host's.
    expect(receipts().filter(({ connections }) => connections === 1)).toHaveLength(SCREENS + 1)
    expect(receipts().filter(({ connections }) => connections > 1)).toEqual([])
  })
})
