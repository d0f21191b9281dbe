import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../support/desk.js'
import { connectTo } from '../support/empty-database.js'
import { eventually } from '../support/eventually.js'
import { report } from '../support/figures.js'
import { expectNoGap } from '../support/history.js'
import { House } from '../support/house.js'

/** No request waits longer than this for a connection, a lock or a statement before it is told so. */
const TOLD_WITHIN_MS = 10_000
/** As many as an instance has, and some that wait for one. */
const READERS = 16

async function timed(asking: Promise<Answer>): Promise<Answer & { took: number }> {
  const begun = performance.now()
  return { ...(await asking), took: performance.now() - begun }
}

describe('a server all of whose connections wait for what somebody else holds', () => {
  let house: House
  let moderator: Desk
  let holder: pg.Client
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    moderator = await house.as('duyet1')
    holder = await connectTo(house.database)
  })
  afterAll(async () => {
    await holder.end()
    await house.close()
  })

  const approve = (desk: Desk, { id, version }: { id: string; version: number }) =>
    desk.askOnce('POST', `/api/questions/${id}/moves`, { id: randomUUID(), move: 'approve', version })

  it('refuses in time, with a word and without an effect, and its screens notice nothing', async () => {
    const admin = await house.as('quantri')
    const question = await moderator.log('Câu chờ kết nối')
    const other = await house.as('duyet2', { instance: 1 })
    const screen = await house.screen('panel')
    const panel = await screen.join()
    const shown = await moderator.approved('Câu đang trên màn hình')
    await panel.until(() => panel.questions.has(shown.id))

    // Every connection of the first instance reads a table that is locked, until its statement is cut off.
    await holder.query('BEGIN; LOCK TABLE house_entry IN ACCESS EXCLUSIVE MODE')
    const reading = Array.from({ length: READERS }, () => timed(admin.askOnce('GET', '/api/house/topics')))
    const allWait = eventually(async () => {
      const [row] = await house.database.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      expect(row!.waiting).toBeGreaterThanOrEqual(12)
    })
    // On a machine that stood still meanwhile they are through before they are counted.
    await Promise.race([allWait, Promise.all(reading)])
    const refused = await timed(approve(moderator, question))
    const elsewhere = await timed(approve(other, await other.log('Câu của bên kia')))
    await panel.until(() => panel.questions.has(elsewhere.body.question.id))
    expect(await timed(moderator.ask('GET', '/health/live'))).toMatchObject({ status: 200 })
    const answers = await Promise.all(reading)
    await holder.query('ROLLBACK')

    for (const { status, body, headers, took } of answers) {
      expect({ status, code: body.error?.code }).toEqual({ status: 503, code: 'database.unavailable' })
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
      expect(took).toBeLessThan(TOLD_WITHIN_MS)
    }
    expect([200, 503]).toContain(refused.status)
    expect(refused.took).toBeLessThan(TOLD_WITHIN_MS)
    expect(elsewhere.status).toBe(200)
    expect(panel.socket.connected).toBe(true)
    report('connections held', {
      'reader refused after ms': Math.max(...answers.map(({ took }) => took)),
      'approval answered after ms': refused.took,
      'approval elsewhere, ms': elsewhere.took,
    })
    // Refused is not done; and it goes on as if nothing had been.
    const entries = await expectNoGap(house.database, house.programId)
    const done = entries.filter(
      ({ targetId, type }) => targetId === question.id && type === 'question.approved',
    )
    expect(done).toHaveLength(refused.status === 200 ? 1 : 0)
    if (refused.status === 503) expect(await approve(moderator, question)).toMatchObject({ status: 200 })
    await panel.until(() => panel.questions.has(question.id))
  })

  it('lets the other programmes work while one is held for as long as its holder lives', async () => {
    const programId = await house.program('live')
    const question = await moderator.log('Câu của chương trình bị giữ', {}, programId)
    const free = await moderator.log('Câu của chương trình khác')
    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM program WHERE id = $1 FOR UPDATE', [programId])
    const held = Array.from({ length: READERS }, () => timed(approve(moderator, question)))
    const others = await timed(approve(moderator, free))
    const answers = await Promise.all(held)
    await holder.query('ROLLBACK')
    expect(others).toMatchObject({ status: 200 })
    for (const { status, body, took } of answers) {
      expect({ status, code: body.error?.code }).toEqual({ status: 503, code: 'database.unavailable' })
      expect(took).toBeLessThan(TOLD_WITHIN_MS)
    }
    report('a programme held', {
      'refused after ms': Math.max(...answers.map(({ took }) => took)),
      'another programme, ms': others.took,
    })
    expect(await approve(moderator, question)).toMatchObject({ status: 200 })
    await expectNoGap(house.database, programId)
  })
})
