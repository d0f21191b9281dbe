import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually.js'
import { House } from '../support/house.js'
import { approve, expectPainted, logQuestion, takeNext, withdraw } from '../support/steps.js'
import { Windows, expectGone, expectShown } from '../support/windows.js'

/** A station's own rack: a name of its own and no certificate, so the browser withholds what needs a secure context. */
describe('by a name on the own network, without TLS', () => {
  let house: House
  let windows: Windows
  beforeAll(async () => {
    house = await House.open()
    const { port } = new URL(house.addresses[0]!)
    const rule = '--host-resolver-rules=MAP doithoai.test 127.0.0.1'
    windows = await Windows.open(`http://doithoai.test:${port}`, house.programId, [rule])
  })
  afterAll(async () => {
    await windows?.close()
    await house?.close()
  })

  it('everything works the same', async () => {
    const secretary = await windows.desk('secretary', 'thuky1')
    expect(await secretary.evaluate('isSecureContext')).toBe(false)
    const moderator = await windows.desk('moderator', 'duyet1')
    const panel = await windows.screen('panel')
    const text = 'Người già không có điện thoại thông minh thì nộp hồ sơ thế nào?'
    await logQuestion(secretary, { text, phone: '0939000112', number: 1 })
    await approve(moderator, 1)
    await takeNext(moderator, 1)
    await expectShown(panel.getByText(text))
    await expectPainted(moderator, 'now', '1/1')
    await withdraw(moderator, 1)
    await expectGone(panel.getByText(text))
    windows.expectQuiet()
  })

  it('a monitor is kept awake by a silent film', async () => {
    const context = await windows.machine()
    await context.addInitScript(`{
      const { play } = HTMLMediaElement.prototype
      HTMLMediaElement.prototype.play = function () { globalThis.film = this; return play.call(this) }
    }`)
    const screen = await context.newPage()
    await screen.goto(`${windows.address}/screen`)
    await screen.locator('main').click()
    // A film without sound, or a muted one, keeps nothing awake.
    const plays = `globalThis.film?.currentTime > 0 && !film.paused && !film.muted
      && film.webkitAudioDecodedByteCount > 0`
    await eventually(async () => expect(await screen.evaluate(plays)).toBe(true))
    windows.expectQuiet()
  })
})
