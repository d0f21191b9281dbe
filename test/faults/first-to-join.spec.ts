import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { LiveFeed } from '../../server/live/live.feed.js'
import { House } from '../support/house.js'

describe('the first screen of a programme at an instance', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    // Not by the pulse, which would find out within two seconds anyhow.
    for (const app of house.apps) vi.spyOn(app.get(LiveFeed), 'checkHeads').mockResolvedValue()
  })
  afterAll(() => house.close())

  it.each(['the same instance', 'the other instance'])(
    'misses nothing that is approved through %s while it joins',
    async which => {
      const secretary = await house.as('thuky1')
      const moderator = await house.as('duyet1', { instance: which === 'the same instance' ? 1 : 0 })
      const programs = await Promise.all(Array.from({ length: 12 }, () => house.program('live')))
      const scenes = await Promise.all(
        programs.map(async programId => {
          const screen = await house.screen('panel', { instance: 1, programId })
          await screen.connect()
          const question = await secretary.log('Câu được duyệt trong lúc màn hình vào', {}, programId)
          return { screen, question }
        }),
      )
      await Promise.all(
        scenes.flatMap(({ screen, question }, index) => [
          screen.live.join(),
          // Each a little later than the one before, so that every moment of the joining is met.
          house.database
            .query('SELECT pg_sleep($1)', [index * 0.002])
            .then(() => moderator.move(question, 'approve')),
        ]),
      )
      await Promise.all(
        scenes.map(({ screen, question }) => screen.live.until(() => screen.live.questions.has(question.id))),
      )
      expect(scenes.map(({ screen }) => screen.live.questions.size)).toEqual(scenes.map(() => 1))
    },
  )
})
