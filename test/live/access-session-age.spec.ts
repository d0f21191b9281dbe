import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LiveKicks } from '../../server/live/live.kicks.js'
import { falseClock, HOUR } from '../support/clock.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { newPerson } from '../support/people.js'

const MINUTE = 60_000

describe('a session grows old', () => {
  let house: House
  let clock: ReturnType<typeof falseClock>
  let quiet: string

  beforeAll(async () => {
    house = await House.open()
    quiet = await house.program('open')
    clock = falseClock(house)
  })
  afterAll(() => house.close())

  const status = async (desk: Desk) => (await desk.ask('GET', '/api/session')).status
  const person = (programId = quiet) => newPerson(house, { roles: ['secretary', 'producer'], programId })

  it('and ends after twelve hours in which nobody used it', async () => {
    const desk = await person()
    clock.on(12 * HOUR - MINUTE)
    expect(await status(desk)).toBe(200)
    clock.on(12 * HOUR - MINUTE)
    expect(await status(desk)).toBe(200)
    const idle = await person()
    clock.on(12 * HOUR + MINUTE)
    expect(await status(idle)).toBe(401)
    clock.on(-HOUR)
    expect(await status(idle)).toBe(401)
  })

  it('and ends after a day, however busy', async () => {
    const desk = await person()
    for (let hour = 0; hour < 23; hour++) {
      clock.on(HOUR)
      expect(await status(desk)).toBe(200)
    }
    clock.on(HOUR + MINUTE)
    expect(await status(desk)).toBe(401)
  })

  it('and is not made older or younger by a clock that is set right', async () => {
    const desk = await person()
    clock.on(-5 * MINUTE)
    expect(await status(desk)).toBe(200)
    clock.on(10 * MINUTE)
    expect(await status(desk)).toBe(200)
  })

  describe('while a programme of theirs', () => {
    let live: string
    let onAir: Desk
    let elsewhere: Desk
    beforeEach(async () => {
      live = await house.program('live')
      onAir = await person(live)
      elsewhere = await person()
      clock.on(30 * HOUR)
    })

    it('is live, it is not ended; of somebody else it is', async () => {
      expect(await status(onAir)).toBe(200)
      expect(await status(elsewhere)).toBe(401)
      const producer = await house.as('daodien')
      await producer.phase(live, 'paused')
      expect(await status(onAir)).toBe(200)
      await producer.phase(live, 'ended')
      expect(await status(onAir)).toBe(401)
    })

    it('is live, its sockets stay; those of an old session are cut at the next look', async () => {
      clock.on(-30 * HOUR)
      const later = await person()
      const staying = await onAir.socket()
      const cut = await later.socket()
      clock.on(30 * HOUR)
      await house.app.get(LiveKicks).checkAll()
      await cut.until(() => cut.socket.disconnected)
      expect(cut.heard.at(-1)).toEqual({ event: 'session:ended', payload: { code: 'access.signed_out' } })
      expect(staying.socket.connected).toBe(true)
    })

    it('is live, a role for the house counts for it too', async () => {
      const house1 = await house.as('thuky1')
      clock.on(30 * HOUR)
      expect(await status(house1)).toBe(200)
    })
  })
})
