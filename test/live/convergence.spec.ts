import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'
import { type Crew, RandomHour, seeded } from '../support/random-hour.js'
import { beliefOf, expectSame } from '../support/replica.js'

const STEPS = 120
const KINDS = ['panel', 'speaker', 'host', 'overlay'] as const

describe('a client’s state after an hour of chance', () => {
  let house: House
  let crew: Crew
  beforeAll(async () => {
    house = await House.open()
    crew = {
      secretary: await house.as('thuky1'),
      moderator: await house.as('duyet1'),
      producer: await house.as('daodien'),
    }
  })
  afterAll(() => house.close())

  /** Every audience joined, each with a way to join anew. */
  async function audiences(programId: string) {
    const desks = [crew.secretary, crew.moderator, crew.producer]
    const screens = await Promise.all(KINDS.map(kind => house.screen(kind, { programId })))
    const joins: (() => Promise<LiveClient>)[] = [
      ...desks.map(desk => () => desk.join(programId)),
      ...screens.map(screen => async () => screen.join()),
    ]
    const olds: LiveClient[] = []
    for (const join of joins) olds.push(await join())
    return { joins, olds, screenIds: screens.map(screen => screen.id) }
  }

  it.each([1, 2, 3])('is what a fresh snapshot says, for every audience (seed %i)', async seed => {
    const programId = await house.program('live')
    const { joins, olds, screenIds } = await audiences(programId)
    for (const verbatim of ['một', 'hai', 'ba']) await crew.moderator.approved(verbatim, {}, programId)
    const hour = new RandomHour(crew, programId, seeded(seed), screenIds)
    for (let step = 1; step <= STEPS; step++) {
      await hour.step()
      if (step % 30 === 0)
        for (const [index, old] of olds.entries()) await expectSame(old, await joins[index]!())
    }
    expect(hour.done.get('move')).toBeGreaterThan(5)
    for (const old of olds) expect(old.applied.length).toBeGreaterThan(STEPS / 4)
  })

  it('is the same when it was caught up by one patch over any distance (seed 4)', async () => {
    const programId = await house.program('live')
    const { joins, olds, screenIds } = await audiences(programId)
    const chance = seeded(4)
    const hour = new RandomHour(crew, programId, chance, screenIds)
    for (let round = 0; round < 6; round++) {
      const before = olds.map(old => ({ old, since: old.revision }))
      for (const { old } of before) old.socket.disconnect()
      const steps = 1 + Math.floor(chance() * 30)
      for (let step = 0; step < steps; step++) await hour.step()
      for (const [index, { old, since }] of before.entries()) {
        old.socket.connect()
        const programName = index < 3 ? { programId } : {}
        const ack = await old.join({ ...programName, since })
        if ('patch' in ack) expect(ack.patch.from).toBe(since)
        await expectSame(old, await joins[index]!())
      }
    }
  })

  it('is the same through phases, the end of the programme and the wipe of a rehearsal (seed 5)', async () => {
    const programId = await house.program('draft')
    const { producer } = crew
    await producer.post(`/api/programs/${programId}/rehearsal`, { id: randomUUID(), on: true })
    const { joins, olds, screenIds } = await audiences(programId)
    const hour = new RandomHour(crew, programId, seeded(5), screenIds)
    const all = async () => {
      for (const [index, old] of olds.entries()) await expectSame(old, await joins[index]!())
    }
    for (const phase of ['open', 'live', 'paused', 'ended', 'live', 'ended']) {
      await producer.phase(programId, phase)
      for (let step = 0; step < 15; step++) await hour.step()
      await all()
    }
    await producer.delete(`/api/programs/${programId}/rehearsal`)
    for (const old of olds) await old.until(() => beliefOf(old).questions.length === 0)
    await all()
  })
})
