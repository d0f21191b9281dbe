import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Answer, Desk } from '../support/desk.js'
import { SOON_MS } from '../support/eventually.js'
import { report } from '../support/figures.js'
import { expectNoGap } from '../support/history.js'
import type { LiveClient } from '../support/live-client.js'
import { OwnPostgres } from '../support/own-postgres.js'
import { Station } from '../support/station.js'

const AWAY = { status: 503, body: { error: { code: 'database.unavailable' } } }

/** Asks, and says how long the answer took. */
async function timed(asking: Promise<Answer>): Promise<Answer & { took: number }> {
  const begun = performance.now()
  return { ...(await asking), took: performance.now() - begun }
}

/** What the latest pulse said of the database. */
const storageIs = ({ heard }: LiveClient, state: 'away' | undefined) =>
  heard.findLast(({ event }) => event === 'live:pulse')?.payload.storage === state

describe('a server under which PostgreSQL crashes and comes back', () => {
  let postgres: OwnPostgres
  let station: Station
  let moderator: Desk
  let secretary: Desk
  beforeAll(async () => {
    postgres = await OwnPostgres.start()
    station = await Station.open({ database: postgres })
    moderator = await station.as('duyet1')
    secretary = await station.as('thuky1')
  })
  afterAll(() => station.close())

  const approve = (question: StaffQuestion, id: string = randomUUID()) =>
    timed(
      moderator.askOnce('POST', `/api/questions/${question.id}/moves`, {
        id,
        move: 'approve',
        version: question.version,
      }),
    )

  /** As a desk that tries again, with one and the same command. */
  async function approvedAtLast(question: StaffQuestion) {
    const id = randomUUID()
    for (;;) {
      const first = await approve(question, id)
      if (first.status !== 503) return { first, at: performance.now() }
    }
  }

  const slip = (id: string) =>
    ['POST', `/api/programs/${station.programId}/questions`, { id, verbatim: 'Câu đang gửi' }] as const

  it('says so within two seconds, lives on, and goes on by itself with the same sockets', async () => {
    const [instance] = station.instances
    const before = await secretary.log('Câu chờ qua sự cố')
    const shown = await moderator.approved('Câu đang trên màn hình')
    const panel = await station.panel()
    const desk = await station.joined(moderator)
    const connection = panel.socket.id

    // In the midst of a stream, so that some commands have begun and some are on their way to the commit.
    const sent: string[] = []
    const stream = { on: true }
    const hands = Array.from({ length: 6 }, async () => {
      const answers: { id: string; answer: Answer }[] = []
      while (stream.on) {
        const id = randomUUID()
        sent.push(id)
        answers.push({ id, answer: await secretary.askOnce(...slip(id)) })
      }
      return answers
    })
    await desk.until(() => desk.questions.size > 20)
    const crashed = performance.now()
    await postgres.crash()
    const noticed = await desk
      .until(() => storageIs(desk, 'away'), SOON_MS)
      .then(() => performance.now() - crashed)
    const refused = await approve(before)
    expect(refused).toMatchObject(AWAY)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.took).toBeLessThan(SOON_MS)
    expect(await timed(moderator.askOnce('GET', `/api/programs/${station.programId}`))).toMatchObject(AWAY)
    expect(await timed(moderator.ask('GET', '/health/live'))).toMatchObject({ status: 200 })
    expect(await timed(moderator.ask('GET', '/health/ready'))).toMatchObject({ status: 503 })
    stream.on = false
    const answers = (await Promise.all(hands)).flat()
    expect(new Set(answers.map(({ answer }) => answer.status))).toEqual(new Set([201, 503]))

    // What stands on the screens stands there still.
    expect(panel.questions.get(shown.id)).toMatchObject({ state: 'approved' })
    const [{ first, at }, back] = await Promise.all([
      approvedAtLast(before),
      postgres.accepting(),
      postgres.recover(),
    ])
    expect(first).toMatchObject({ status: 200, body: { question: { state: 'approved' } } })
    report('PostgreSQL crashed', { 'said after ms': noticed, 'approved after it was back, ms': at - back })
    expect(at - back).toBeLessThan(SOON_MS)
    await panel.until(() => panel.questions.get(before.id)?.state === 'approved')
    expect(panel.socket.id).toBe(connection)
    await desk.until(() => storageIs(desk, undefined))

    // Nothing acknowledged is lost, and whoever was refused may ask again under the same id.
    const left = answers.map(({ id }) => id)
    const again: Answer[] = []
    const asking = Array.from({ length: 6 }, async () => {
      for (let id = left.shift(); id; id = left.shift()) again.push(await secretary.ask(...slip(id)))
    })
    await Promise.all(asking)
    const known = new Set(again.filter(({ status }) => status === 200).map(({ body }) => body.question.id))
    const acknowledged = answers.filter(({ answer }) => answer.status === 201).map(({ id }) => id)
    expect(acknowledged.filter(id => !known.has(id))).toEqual([])
    expect(again.filter(({ status }) => status !== 200 && status !== 201)).toEqual([])
    const entries = await expectNoGap(postgres, station.programId)
    const logged = entries.filter(entry => entry.type === 'question.logged' && sent.includes(entry.commandId))
    expect(logged).toHaveLength(sent.length)
    await desk.until(() => desk.questions.size === sent.length + 2)
    expect(desk.revision).toBe(entries.length)
    expect(instance!.alive).toBe(true)
  })

  it('hears again afterwards what only PostgreSQL can tell it', async () => {
    const leaving = await station.as('duyet2')
    const desk = await station.joined(leaving)
    // As another instance ends a session.
    await postgres.query(
      `WITH ended AS (DELETE FROM session s USING account a
          WHERE a.id = s."accountId" AND a.username = 'duyet2' RETURNING s.id)
        SELECT pg_notify('kick', 'session:' || id) FROM ended`,
    )
    await desk.until(() => desk.heard.some(({ event }) => event === 'session:ended'), SOON_MS)
    expect(await leaving.ask('GET', '/api/session')).toMatchObject({ status: 401 })
    expect(await moderator.ask('GET', '/health/ready')).toMatchObject({ status: 200 })
  })
})
