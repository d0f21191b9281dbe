import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { httpCommandsOf } from '../support/commands.js'
import { fuzzEvents, fuzzRequests } from '../support/fuzz.js'
import { FuzzHouse } from '../support/fuzz-house.js'
import { routesOf } from '../support/routes.js'

describe('whatever is sent', () => {
  let fuzzed: FuzzHouse
  beforeAll(async () => {
    fuzzed = await FuzzHouse.open()
  })
  afterAll(() => fuzzed.close())

  it('goes to every route that there is', () => {
    const known = httpCommandsOf(fuzzed.house.app).map(({ method, path }) => `${method} ${path}`)
    const answered = routesOf(fuzzed.house.app)
      .filter(({ method, path }) => method !== 'HEAD' && /^\/(api|health|metrics)/.test(path))
      .map(({ method, path }) => `${method} ${path}`)
    expect(answered.filter(route => !known.includes(route))).toEqual([])
    expect(answered.length).toBeGreaterThan(40)
  })

  it('as a request is answered or refused, and brings nobody what is not theirs', async () => {
    await expect(fuzzRequests(fuzzed, 400)).resolves.toBeUndefined()
  })

  it('as an event is answered or refused, and brings nobody what is not theirs', async () => {
    await expect(fuzzEvents(fuzzed, 300)).resolves.toBeUndefined()
  })
})
