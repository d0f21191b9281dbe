import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Station } from '../support/station.js'
import { approve, expectPainted, face, logQuestion, takeNext } from '../support/steps.js'
import { SERVER_AWAY, Windows, expectShown, expectSynced } from '../support/windows.js'

describe('a server that is killed and started again', () => {
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

  it('leaves every window as it was, says so, and puts it right again without a reload', async () => {
    const [secretary, moderator, panel] = await Promise.all([
      windows.desk('secretary', 'thuky1'),
      windows.desk('moderator', 'duyet1'),
      windows.screen('panel'),
    ])
    const pages = [secretary, moderator, panel]
    let reloads = 0
    for (const page of pages) page.on('load', () => reloads++)
    const [first, second] = ['Hồ sơ tách thửa trễ hẹn thì hỏi ở đâu?', 'Nộp hồ sơ tại phường được hết không?']
    await logQuestion(secretary, { text: first, phone: '0939000112', number: 1 })
    await approve(moderator, 1)
    await expectPainted(moderator, 'next', '1/1')

    await station.instances[0]!.kill()
    await expectShown(secretary.getByText(/Đang kết nối lại/))
    await expectShown(moderator.getByText(/Đang kết nối lại/))
    await expectShown(panel.getByText(/Mất kết nối/))
    await expectShown(panel.getByText(first))

    await station.restart()
    await expectSynced(secretary)
    await expectSynced(moderator)
    await expectPainted(moderator, 'next', '1/1')
    await takeNext(moderator, 1)
    await expectPainted(moderator, 'now', '1/1')
    await logQuestion(secretary, { text: second, phone: '0939000113', number: 2 })
    await approve(moderator, 2)
    await expectShown(panel.getByText(second))
    await expectShown(face(moderator, 'now').getByText(first))
    expect(reloads).toBe(0)
    windows.expectQuiet(SERVER_AWAY)
  })
})
