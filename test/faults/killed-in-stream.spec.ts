import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { SOON_MS, eventually } from '../support/eventually.js'
import { entriesOf, expectInOrder, expectNoGap } from '../support/history.js'
import type { Fault } from '../support/instance.js'
import type { LiveClient } from '../support/live-client.js'
import { Station } from '../support/station.js'

type Sent = { questionId: string; command: { id: string; move: string; version: number } }

const approve = (moderator: Desk, { questionId, command }: Sent) =>
  moderator.ask('POST', `/api/questions/${questionId}/moves`, command)

/**
 * Approves one after the other, four at a time, until nobody answers; returns whose approval was acknowledged, and
 * the commands of which nobody knows.
 */
async function approveUntilDead(
  moderator: Desk,
  questions: StaffQuestion[],
  tell: (done: number) => void = () => {},
) {
  const done: string[] = []
  const cut: Sent[] = []
  const left = [...questions]
  const hand = async () => {
    for (let question = left.shift(); question; question = left.shift()) {
      const command = { id: randomUUID(), move: 'approve', version: question.version }
      const sent = { questionId: question.id, command }
      const answer = await approve(moderator, sent).catch(() => undefined)
      if (!answer) return void cut.push(sent)
      expect(answer.status).toBe(200)
      done.push(question.id)
      tell(done.length)
    }
  }
  await Promise.all([hand(), hand(), hand(), hand()])
  return { done, cut }
}

/** Where it dies, and at which approval. */
const DEATHS: [Fault, number][] = [
  ['die with the lock', 17],
  ['die after the commit', 5],
  ['die after the announcement', 11],
]

describe('a server that is killed in a stream of approvals', () => {
  let station: Station
  afterEach(() => station.close())

  async function waiting(count: number): Promise<StaffQuestion[]> {
    const secretary = await station.as('thuky1')
    const slips = Array.from({ length: count }, (_none, index) => secretary.log(`Câu ${index + 1}`))
    return Promise.all(slips)
  }

  /** Every approval that stands in the database is on the glass, and nothing else. */
  async function expectShown(panel: LiveClient, done: string[]): Promise<void> {
    const rows = await station.database.query<{ id: string }>(
      `SELECT id FROM question WHERE state = 'approved' ORDER BY id`,
    )
    const approved = rows.map(({ id }) => id)
    expect(approved).toEqual(expect.arrayContaining(done))
    await panel.until(() => panel.questions.size === approved.length)
    expect([...panel.questions.keys()].sort()).toEqual(approved)
  }

  it('loses nothing that it acknowledged, and its screens are right as soon as it is back', async () => {
    station = await Station.open()
    const questions = await waiting(120)
    const panel = await station.panel()
    const moderator = await station.as('duyet1')
    const { done, cut } = await approveUntilDead(moderator, questions, count => {
      if (count === 40) station.instances[0]!.signal('SIGKILL')
    })
    expect(cut.length).toBeGreaterThan(0)
    expect(done.length).toBeLessThan(questions.length)

    await station.restart()
    const back = performance.now()
    await expectShown(panel, done)
    expect(performance.now() - back).toBeLessThan(SOON_MS)
    const head = (await expectNoGap(station.database, station.programId)).length
    expect(panel.revision).toBe(head)
  })

  it('loses nothing wherever it dies, and whoever had no answer asks again and has it', async () => {
    station = await Station.open({ fragile: true })
    const moderator = await station.as('duyet1')
    const panel = await station.panel()
    for (const [fault, command] of DEATHS) {
      const questions = await waiting(command + 40)
      const fragile = station.instances[0]!
      await fragile.order(fault, command)
      const { done, cut } = await approveUntilDead(moderator, questions)
      expect(await fragile.ended).toMatchObject({ signal: 'SIGKILL' })
      expect({ fault, cut: cut.length > 0 }).toEqual({ fault, cut: true })

      await station.restart(0, { fragile: true })
      await expectShown(panel, done)
      const before = await entriesOf(station.database, station.programId)
      for (const sent of cut) {
        const stood = before.find(({ commandId }) => commandId === sent.command.id)
        const answer = await approve(moderator, sent)
        expect(answer).toMatchObject({ status: 200, body: { question: { state: 'approved', version: 2 } } })
        if (stood) expect(answer.body.revision).toBe(stood.revision)
      }
      const entries = await expectNoGap(station.database, station.programId)
      for (const { command } of cut)
        expect(entries.filter(({ commandId }) => commandId === command.id)).toHaveLength(1)
      await expectShown(panel, [...done, ...cut.map(({ questionId }) => questionId)])
    }
  })

  it('leaves its last commits to the instance that lives, whose screens miss none of them', async () => {
    station = await Station.open({ instances: 2 })
    const questions = await waiting(120)
    const panel = await station.panel(1)
    const start = panel.revision
    const moderator = await station.as('duyet1')
    const { done } = await approveUntilDead(moderator, questions, count => {
      if (count === 40) station.instances[0]!.signal('SIGKILL')
    })
    await expectShown(panel, done)
    // What the dead one had sent to the database may be committed later still.
    await eventually(async () => {
      const head = (await expectNoGap(station.database, station.programId)).length
      expectInOrder(panel, start, head)
    })
  })

  it('leaves even what was never announced to the instance that lives: it asks how far the ledger is', async () => {
    station = await Station.open()
    const [question] = await waiting(1)
    const panel = await station.panel()
    const head = (await expectNoGap(station.database, station.programId)).length
    // As the ledger does it, but for the announcement.
    await station.database.query(
      `WITH program AS (UPDATE program SET revision = revision + 1 WHERE id = $1 RETURNING id, revision),
        question AS (UPDATE question SET state = 'approved', "order" = 'a0', version = 2, "wasApproved" = true,
          revision = program.revision FROM program WHERE question.id = $2)
        INSERT INTO ledger_entry ("programId", revision, "commandId", type, "targetId", at)
        SELECT id, revision, $3, 'question.approved', $2, now() FROM program`,
      [station.programId, question!.id, randomUUID()],
    )
    await panel.until(() => panel.questions.get(question!.id)?.state === 'approved')
    expectInOrder(panel, head, head + 1)
  })
})
