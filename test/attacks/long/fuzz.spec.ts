import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fuzzEvents, fuzzRequests } from '../../support/fuzz.js'
import { FuzzHouse } from '../../support/fuzz-house.js'

describe('whatever is sent, for a long time', () => {
  let fuzzed: FuzzHouse
  beforeEach(async () => {
    fuzzed = await FuzzHouse.open()
  })
  afterEach(() => fuzzed.close())

  // Each in a house of its own: sooner or later somebody ends and closes a programme, and nothing happens in it any more.
  it.each([1, 2, 3, 4])(
    'is answered or refused, and brings nobody what is not theirs: house %i',
    async () => {
      for (let round = 0; round < 5; round++) {
        await expect(fuzzRequests(fuzzed, 1000)).resolves.toBeUndefined()
        await expect(fuzzEvents(fuzzed, 400)).resolves.toBeUndefined()
      }
    },
  )
})
