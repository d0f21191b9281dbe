import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataSource, poolOf } from '../../server/database/data-source.js'
import { LOCK_PROGRAM } from '../../server/ledger/ledger.sql.js'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { expectNoGap } from '../support/history.js'
import { isStopped } from '../support/instance.js'
import { Station } from '../support/station.js'

/** What a stalled instance may cost the others. */
const GOES_ON_WITHIN_MS = 10_000

const approval = ({ id, version }: StaffQuestion, commandId: string = randomUUID()) =>
  ['POST', `/api/questions/${id}/moves`, { id: commandId, move: 'approve', version }] as const
const approve = (desk: Desk, question: StaffQuestion, id?: string) => desk.ask(...approval(question, id))

describe('an instance that stands still in the middle of a command', () => {
  let station: Station
  let stalled: Desk
  let other: Desk
  beforeAll(async () => {
    station = await Station.open({ instances: 2, fragile: true })
    stalled = await station.as('duyet1', 0)
    other = await station.as('duyet2', 1)
  })
  afterAll(() => station.close())

  it('is cut off in time for whoever waits for the programme', async () => {
    const questions = await Promise.all(
      Array.from({ length: 10 }, (_none, index) => other.log(`Câu ${index}`)),
    )
    const holder = await createDataSource(station.url).initialize()
    const client = await poolOf(holder).connect()
    client.on('error', () => {})
    try {
      const begun = performance.now()
      await client.query('BEGIN')
      await client.query({ ...LOCK_PROGRAM, values: [station.programId] })
      const answers = await Promise.all(questions.map(question => approve(other, question)))
      const took = performance.now() - begun
      expect(answers.map(({ status }) => status)).toEqual(questions.map(() => 200))
      // They did wait: the programme was held, and then it was not.
      expect(took).toBeGreaterThan(1000)
      expect(took).toBeLessThan(GOES_ON_WITHIN_MS)
      await expect(client.query('SELECT 1')).rejects.toThrow(/terminat|not queryable/i)
    } finally {
      client.release(true)
      await holder.destroy()
    }
    await expectNoGap(station.database, station.programId)
  })

  it('does not hold the show when its process is stopped, and has done nothing when it wakes', async () => {
    const [held, next] = [await other.log('Câu bị giữ'), await other.log('Câu kế tiếp')]
    const panel = await station.panel(1)
    const [first] = station.instances
    await first!.order('stand still with the lock')
    const id = randomUUID()
    const asked = stalled.askOnce(...approval(held, id))
    await panel.until(() => isStopped(first!.pid))

    const begun = performance.now()
    expect(await approve(other, next)).toMatchObject({ status: 200 })
    await panel.until(() => panel.questions.has(next.id))
    expect(performance.now() - begun).toBeLessThan(GOES_ON_WITHIN_MS)

    first!.signal('SIGCONT')
    expect(await asked).toMatchObject({ status: 503, body: { error: { code: 'database.unavailable' } } })
    expect(panel.questions.has(held.id)).toBe(false)
    // The id was not used up, and the instance works again.
    expect(await approve(stalled, held, id)).toMatchObject({ status: 200 })
    await panel.until(() => panel.questions.has(held.id))
    await expectNoGap(station.database, station.programId)
  })
})
