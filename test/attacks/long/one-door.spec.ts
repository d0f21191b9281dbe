import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../../support/house.js'
import { newPerson, PASSWORD } from '../../support/people.js'
import { RawConnection, UPGRADE } from '../../support/raw-connection.js'

/** A websocket's text frame of a client, masked as the protocol wants it; up to 125 bytes. */
function frame(text: string): Buffer {
  const said = Buffer.from(text)
  return Buffer.concat([Buffer.from([0x81, 0x80 | said.length, 0, 0, 0, 0]), said])
}

/** How a websocket says farewell. */
const CLOSE_FRAME = '\u0088'

/** The faster quarter says what the work costs; the others, what the machine did beside it. */
function typical(all: number[]): number {
  const faster = all.toSorted((one, other) => one - other).slice(0, all.length / 4)
  return faster.reduce((sum, each) => sum + each, 0) / faster.length
}

describe('whoever has no right to come in', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open({ settings: { trustProxy: '127.0.0.1' } })
  })
  afterAll(() => house.close())

  it('hears not one event in a thousand tries while questions are announced without a pause', async () => {
    const screen = await house.screen('panel')
    const honest = await (await house.screen('panel')).join()
    const moderator = await house.as('duyet1')
    const announcing = new AbortController()
    const announced = (async () => {
      let count = 0
      for (; !announcing.signal.aborted; count++) await moderator.approved(`Câu số ${count}`)
      return count
    })()
    for (let round = 0; round < 20; round++) {
      const tries = await Promise.all(
        Array.from({ length: 50 }, async (_, place) => {
          const connection = await RawConnection.open(house.addresses[0]!)
          connection.say(UPGRADE)
          await expect.poll(() => connection.heard, { timeout: 20_000 }).toContain('101')
          connection.say(frame(`40{"screenId":"${screen.id}","secret":"${randomUUID()}"}`))
          // Every other one goes on as if it had been let in, and is hung up on.
          if (place % 2) connection.say(frame('421["live:join",{"protocol":1}]'))
          return connection
        }),
      )
      for (const [place, connection] of tries.entries()) {
        const told = place % 2 ? CLOSE_FRAME : 'screen.revoked'
        await expect.poll(() => connection.heard, { timeout: 20_000 }).toContain(told)
        expect(connection.heard).not.toMatch(/4[023]\d*[[{]/)
        connection.end()
      }
    }
    announcing.abort()
    expect(await announced).toBeGreaterThan(10)
    await honest.until(() => honest.questions.size > 10)
  })

  it('is not told by the clock whether a name is somebody’s', async () => {
    const known = (await newPerson(house, { roles: ['secretary'] })).username
    let from = 0
    const took = async (username: string) => {
      const begun = performance.now()
      const { status } = await house
        .stranger()
        .ask(
          'POST',
          '/api/session',
          { username, password: `${PASSWORD} sai` },
          { 'x-forwarded-for': `10.9.${++from >> 8}.${from & 255}` },
        )
      expect(status).toBe(401)
      return performance.now() - begun
    }
    /** By how much the two differ, a hundred tries each, in any order: what else the machine does falls on both. */
    const difference = async () => {
      const times = { known: [] as number[], unknown: [] as number[] }
      for (let round = 0; round < 100; round++)
        for (const who of Math.random() < 0.5
          ? (['known', 'unknown'] as const)
          : (['unknown', 'known'] as const))
          times[who].push(await took(who === 'known' ? known : `nguoi-${randomUUID()}`))
      return Math.abs(typical(times.known) / typical(times.unknown) - 1)
    }
    // What is there is there each time; what the machine did beside it is not.
    let least = Infinity
    for (let trial = 0; trial < 4 && least >= 0.05; trial++) least = Math.min(least, await difference())
    expect(least).toBeLessThan(0.05)
  })

  it('learns nothing from a thousand ids, whatever his role', async () => {
    const other = await house.program('open')
    const people = [
      await newPerson(house, { roles: ['secretary', 'moderator', 'producer', 'admin'], programId: other }),
      ...(await Promise.all(
        (['secretary', 'moderator'] as const).map(role =>
          newPerson(house, { roles: [role], programId: other }),
        ),
      )),
    ]
    const secretary = await house.as('thuky1')
    const real = await Promise.all(Array.from({ length: 100 }, (_, n) => secretary.log(`Câu ${n}`)))
    const ids = [...real.map(({ id }) => id), ...Array.from({ length: 900 }, () => randomUUID())]
    for (const desk of people) {
      const told = new Set<string>()
      for (const id of ids) {
        const { status, body } = await desk.ask('GET', `/api/questions/${id}/history`)
        told.add(JSON.stringify({ status, error: body.error }))
      }
      expect([...told]).toEqual([expect.stringContaining('question.not_found')])
    }
  })
})
