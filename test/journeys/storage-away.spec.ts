import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OwnPostgres } from '../support/own-postgres.js'
import { Station } from '../support/station.js'
import { approve, cardOf, expectPainted, logQuestion } from '../support/steps.js'
import { Windows, expectGone, expectShown, expectSynced } from '../support/windows.js'

const AWAY = 'Cơ sở dữ liệu chưa dùng được. Đang thử lại…'
/** What a browser writes into its console by itself when it is answered with a refusal. */
const REFUSED = /status of 503/

describe('a database that goes away in the middle of a show', () => {
  let postgres: OwnPostgres
  let station: Station
  let windows: Windows
  beforeAll(async () => {
    postgres = await OwnPostgres.start()
    station = await Station.open({ database: postgres })
    windows = await Windows.open(station.instances[0]!.address, station.programId)
  })
  afterAll(async () => {
    await windows?.close()
    await station?.close()
  })

  it('is said on every desk by itself and on no screen, and is gone from them when it is back', async () => {
    const [secretary, moderator, panel] = await Promise.all([
      windows.desk('secretary', 'thuky1'),
      windows.desk('moderator', 'duyet1'),
      windows.screen('panel'),
    ])
    const [shown, waiting] = ['Khi nào có kết quả cấp sổ?', 'Đường vào xóm bao giờ sửa?']
    await logQuestion(secretary, { text: shown, phone: '0939000112', number: 1 })
    await approve(moderator, 1)
    await expectPainted(moderator, 'next', '1/1')
    await logQuestion(secretary, { text: waiting, phone: '0939000113', number: 2 })
    await expectShown(cardOf(moderator, 2))

    await postgres.crash()
    await expectShown(moderator.getByText(AWAY))
    await expectShown(secretary.getByText(AWAY))
    // The screens are for officials on air: their picture stands, and nothing is said.
    await expectShown(panel.getByText(shown))
    expect(await panel.getByText(/Mất kết nối|Cơ sở dữ liệu/).count()).toBe(0)

    await postgres.recover()
    await expectSynced(moderator)
    await expectSynced(secretary)
    await expectGone(moderator.getByText(AWAY))
    await approve(moderator, 2)
    await expectShown(panel.getByText('và 1 câu nữa'))
    windows.expectQuiet(REFUSED)
  })
})
