import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually.js'
import { Station } from '../support/station.js'
import { calls, sendCall, storedText } from '../support/typing.js'
import { SERVER_AWAY, Windows, expectFocused, expectGone, expectShown } from '../support/windows.js'

const FORTY = calls(40)
const TENTH = 10
/** Typed on for so many slips before anybody starts the server again. */
const STARTED_AT = 30

describe('a server that dies over the tenth of forty slips', () => {
  let station: Station
  let windows: Windows
  beforeAll(async () => {
    station = await Station.open()
    windows = await Windows.open(station.instances[0]!.address, station.programId)
  })
  afterAll(async () => {
    await windows?.close()
    await station?.close()
  })

  it('has each of them once when it is back, numbered in the order in which they were sent', async () => {
    const page = await windows.desk('secretary', 'thuky1')
    let posts = 0
    page.on('request', request => {
      if (request.method() === 'POST' && request.url().endsWith('/questions') && ++posts === TENTH)
        station.instances[0]!.signal('SIGKILL')
    })
    await expectFocused(page.getByLabel('Số điện thoại').first())
    let back: Promise<unknown> | undefined
    for (const [place, call] of FORTY.entries()) {
      await sendCall(page, call)
      if (place === STARTED_AT) {
        await expectShown(page.getByText(/^▲ \d+ phiếu chờ gửi$/))
        await expectShown(page.getByText(/Chưa gửi · phiếu 2, sẽ tự gửi khi có mạng/))
        back = station.restart()
      }
    }
    await back
    await expectGone(page.getByText(/phiếu chờ gửi/), 30_000)
    await expectShown(page.getByRole('status').filter({ hasText: 'Câu 40' }))
    await eventually(async () => expect(await storedText(page)).toBe('[]'))

    const secretary = await station.as('thuky1')
    const { questions } = await secretary.get(`/api/programs/${station.programId}/questions?limit=200`)
    const logged = questions.toReversed().map((one: any) => ({
      number: one.number,
      text: one.verbatim,
      phone: one.caller.phone.typed,
    }))
    expect(logged).toEqual(FORTY.map(({ text, phone }, place) => ({ number: place + 1, text, phone })))
    windows.expectQuiet(SERVER_AWAY)
  }, 180_000)
})
