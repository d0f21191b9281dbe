import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../protocol/paths.js'
import { falseClock } from '../support/clock.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { newPerson, PASSWORD } from '../support/people.js'

const MINUTE = 60_000

describe('looking up one number after the other', () => {
  let house: House
  let clock: ReturnType<typeof falseClock>
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    clock = falseClock(house)
  })
  afterAll(() => house.close())

  const lookUp = (desk: Desk, phone = '0939000112') =>
    desk.ask('POST', paths.callerLookup, { programId: house.programId, phone })
  const waiting = (seconds: number) => ({ status: 429, code: 'access.too_many', wait: String(seconds) })
  async function told(desk: Desk) {
    const { status, body, headers } = await lookUp(desk)
    return { status, code: body.error?.code, wait: headers.get('retry-after') }
  }

  it('ends at sixty a minute, however many desks and instances they come from at once', async () => {
    const here = await newPerson(house, { roles: ['secretary'] })
    const there = await house.as(here.username, { password: PASSWORD, instance: 1 })
    const answers = await Promise.all(
      Array.from({ length: 70 }, (_none, time) => lookUp(time % 2 ? here : there)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(60)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10)
    for (const desk of [here, there]) expect(await told(desk)).toEqual(waiting(60))
    expect((await lookUp(await newPerson(house, { roles: ['secretary'] }))).status).toBe(200)

    clock.on(MINUTE - 1)
    expect(await told(here)).toEqual(waiting(1))
    clock.on(1)
    expect((await lookUp(there)).status).toBe(200)
  })

  it('counts neither what was not understood nor what was refused', async () => {
    const desk = await newPerson(house, { roles: ['moderator'] })
    for (let time = 0; time < 61; time++) await lookUp(desk, '1')
    for (let time = 0; time < 60; time++) expect((await lookUp(desk)).status).toBe(200)
    for (let time = 0; time < 5; time++) expect(await told(desk)).toEqual(waiting(60))
    clock.on(MINUTE)
    expect((await lookUp(desk)).status).toBe(200)
  })
})
