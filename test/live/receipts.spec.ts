import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Receipts, type ScreenReceipt } from '../../protocol/live.js'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { eventually } from '../support/eventually.js'
import { House } from '../support/house.js'
import { LiveClient } from '../support/live-client.js'
import type { Screen } from '../support/screen.js'
import { expectView } from '../support/slips.js'

describe('receipts', () => {
  let house: House
  let moderator: Desk
  let programId: string
  let desk: LiveClient
  let question: StaffQuestion
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
  })
  beforeEach(async () => {
    programId = await house.program('live')
    desk = await moderator.join(programId)
    question = await moderator.approved('câu', {}, programId)
  })
  afterAll(() => house.close())

  const receiptsOf = (client: LiveClient) => client.heard.filter(heard => heard.event === 'live:receipts')
  const receiptOf = (screen: { id: string }, client = desk): ScreenReceipt | undefined =>
    receiptsOf(client)
      .at(-1)
      ?.payload.screens.find((receipt: ScreenReceipt) => receipt.screenId === screen.id)
  async function joined(kind: 'panel' | 'speaker' | 'host' | 'overlay'): Promise<Screen> {
    const screen = await house.screen(kind, { programId })
    await screen.join()
    return screen
  }
  const paint = ({ live }: Screen, painted: object[]) =>
    live.ask('screen:painted', { painted, revision: live.revision })
  const painting = (place = 'next') => ({ questionId: question.id, version: question.version, place })

  it('tell moderators and producers what stands on which glass, and raise no revision', async () => {
    const producer = await (await house.as('daodien')).join(programId)
    const secretary = await (await house.as('thuky1')).join(programId)
    const screen = await joined('panel')
    await desk.until(() => desk.screens.has(screen.id))
    const { revision } = desk
    expect(await paint(screen, [painting()])).toEqual({ ok: true })
    for (const client of [desk, producer]) {
      const receipt = await client.until(
        () => receiptOf(screen, client)?.painted.length && receiptOf(screen, client),
      )
      expect(receipt).toMatchObject({ connected: true, painted: [painting()] })
      expectView(Receipts, receiptsOf(client).at(-1)!.payload)
    }
    await paint(screen, [painting('now')])
    await desk.until(() => receiptOf(screen)?.painted[0]?.place === 'now')
    await paint(screen, [])
    await desk.until(() => receiptOf(screen)?.painted.length === 0)
    expect(receiptsOf(secretary)).toEqual([])
    const log = await moderator.move(question, 'withdraw')
    expect(log.revision).toBe(revision + 1)
  })

  it('come at most four times a second, the latest winning', async () => {
    const screen = await joined('panel')
    await desk.until(() => receiptOf(screen)?.connected)
    const arrivals: number[] = []
    desk.socket.on('live:receipts', () => arrivals.push(performance.now()))
    const began = performance.now()
    const until = began + 2000
    let place = 'list'
    while (performance.now() < until || arrivals.length <= 3) {
      place = place === 'list' ? 'next' : 'list'
      await paint(screen, [painting(place)])
      // As fast as a screen could, and no faster than one socket may.
      await house.database.query('SELECT pg_sleep(0.002)')
    }
    await paint(screen, [painting('now')])
    await desk.until(() => receiptOf(screen)?.painted[0]?.place === 'now')
    expect(arrivals.length).toBeLessThanOrEqual((performance.now() - began) / 250 + 2)
  })

  it('reach the desks also where the word of them was lost with the connection that listens', async () => {
    const screen = await joined('panel')
    await desk.until(() => receiptOf(screen)?.connected)
    const listening = `FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'doithoai-listens'`
    const cut = await house.database.query<{ pid: number }>(
      `SELECT pid, pg_terminate_backend(pid) ${listening}`,
    )
    const left = () =>
      house.database.query('SELECT FROM pg_stat_activity WHERE pid = ANY($1)', [cut.map(({ pid }) => pid)])
    await eventually(async () => expect(await left()).toEqual([]), { interval: 1 })
    await paint(screen, [painting('now')])
    await desk.until(() => receiptOf(screen)?.painted[0]?.place === 'now')
  })

  it('are those of the moment at a desk whose line comes back', async () => {
    const screen = await joined('panel')
    for (const place of ['now', 'next', 'list', 'now', 'next', 'list']) {
      desk.socket.disconnect()
      await paint(screen, [painting(place)])
      desk.socket.connect()
      await desk.join({ programId, since: desk.revision })
      await desk.until(() => receiptOf(screen)?.painted[0]?.place === place)
    }
  })

  it('say which screen is gone, and who joins later reads them in his snapshot', async () => {
    const [here, gone] = [await joined('panel'), await joined('host')]
    await paint(here, [painting()])
    await desk.until(() => receiptOf(gone)?.connected && receiptOf(here)?.painted.length)
    gone.leave()
    await desk.until(() => receiptOf(gone)?.connected === false)
    const { snapshot } = await desk.ask('live:join', { protocol: 1, programId })
    expect(snapshot.receipts.find((receipt: any) => receipt.screenId === here.id)).toEqual(receiptOf(here))
    expect(snapshot.receipts.find((receipt: any) => receipt.screenId === gone.id).connected).toBe(false)
  })

  it('keep since when a picture stands, and count only the programme’s own questions', async () => {
    const screen = await joined('panel')
    await paint(screen, [painting()])
    const { at } = await desk.until(() => receiptOf(screen)?.painted[0])
    const foreign = await moderator.approved('khác')
    const second = await moderator.approved('hai', {}, programId)
    const other = { questionId: second.id, version: 2, place: 'list' }
    const strange = [foreign.id, randomUUID()].map(questionId => ({ ...other, questionId }))
    await paint(screen, [painting(), other, ...strange])
    await desk.until(() => receiptOf(screen)?.painted.length === 2)
    expect(receiptOf(screen)!.painted).toContainEqual({ ...painting(), at })
  })

  it('survive a screen that says a thing twice, or something absurd', async () => {
    const screen = await joined('panel')
    await paint(screen, [painting('next'), painting('next')])
    await desk.until(() => receiptOf(screen)?.painted.length === 1)
    const absurd = [
      { ...painting(), version: 2 ** 40 },
      { ...painting(), place: 'wall' },
      { ...painting(), questionId: 'x' },
    ]
    for (const odd of absurd) expect((await paint(screen, [odd])).error.code).toBe('request.invalid')
  })

  it('are read and passed on by speakers and the host, and by nobody else', async () => {
    const [speaker, host] = [await joined('speaker'), await joined('host')]
    const { speakers } = await moderator.get(`/api/programs/${programId}/speakers`)
    const read = { questionId: question.id, answer: 'read' }
    const pass = { questionId: question.id, answer: 'pass', toSpeakerId: speakers[1].id }
    expect(await speaker.live.ask('screen:answer', read)).toEqual({ ok: true })
    expect(await host.live.ask('screen:answer', pass)).toEqual({ ok: true })
    await desk.until(() => receiptOf(speaker)?.read[0]?.questionId === question.id)
    await desk.until(() => receiptOf(host)?.passed[0]?.toSpeakerId === speakers[1].id)
    for (const kind of ['panel', 'overlay'] as const) {
      const { live } = await joined(kind)
      expect((await live.ask('screen:answer', read)).error.code).toBe('access.not_allowed')
    }
    expect((await desk.ask('screen:answer', read)).error.code).toBe('access.not_allowed')
    expect((await desk.ask('screen:painted', { painted: [], revision: 1 })).error.code).toBe(
      'access.not_allowed',
    )
  })

  it('show that two browsers hold one screen, and how many are left', async () => {
    const screen = await joined('panel')
    const second = await LiveClient.connect(screen.address, {
      auth: { screenId: screen.id, secret: screen.secret },
    })
    await second.join()
    await desk.until(() => receiptOf(screen)?.connections === 2)
    second.close()
    await desk.until(() => receiptOf(screen)?.connections === 1)
    expect(receiptOf(screen)!.connected).toBe(true)
  })

  it('become a record of when it stood on which screen, which ends with the picture or the browser', async () => {
    const recordOf = async (screen: Screen) => {
      const { screens } = await moderator.get(`/api/questions/${question.id}/history`)
      return screens.filter((showing: { screenId: string }) => showing.screenId === screen.id)
    }
    const expectRecord = (screen: Screen, ends: boolean[]) =>
      eventually(async () => {
        const record = await recordOf(screen)
        expect(record.map(({ until }: { until: string | null }) => until !== null)).toEqual(ends)
      })
    const [stays, leaves] = [await joined('panel'), await joined('host')]
    for (const screen of [stays, leaves]) {
      await paint(screen, [painting()])
      await expectRecord(screen, [false])
    }
    const second = await LiveClient.connect(leaves.address, {
      auth: { screenId: leaves.id, secret: leaves.secret },
    })
    await second.join()
    leaves.leave()
    await desk.until(() => receiptOf(leaves)?.connections === 1)
    await expectRecord(leaves, [false])
    second.close()
    await expectRecord(leaves, [true])
    await leaves.join()
    await paint(leaves, [painting('now')])
    await expectRecord(leaves, [true, false])
    await moderator.move(question, 'withdraw')
    await paint(stays, [])
    await expectRecord(stays, [true])
  })

  it('are taken from no screen that has not joined', async () => {
    const screen = await house.screen('speaker', { programId })
    await screen.connect()
    expect((await paint(screen, [painting()])).error.code).toBe('screen.not_paired')
  })
})
