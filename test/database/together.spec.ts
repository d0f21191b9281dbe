import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Ledger } from '../../server/ledger/ledger.js'
import type { Answer, Desk } from '../support/desk.js'
import { connectTo } from '../support/empty-database.js'
import { eventually } from '../support/eventually.js'
import { entriesOf, expectNoGap } from '../support/history.js'
import { House } from '../support/house.js'

describe('commands that go in one transaction', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let programId: string
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
    programId = await house.program('live')
  })
  afterAll(() => house.close())

  const log = (id: string) =>
    secretary.ask('POST', `/api/programs/${programId}/questions`, { id, verbatim: `Câu ${id}` })
  const move = (questionId: string, name: string, version: number) =>
    moderator.ask('POST', `/api/questions/${questionId}/moves`, { id: randomUUID(), move: name, version })

  /** Sends them while somebody holds the programme: the first waits for its row, the others for the first. */
  async function atOnce(commands: (() => Promise<Answer>)[]): Promise<Answer[]> {
    const holder = await connectTo(house.database)
    try {
      await holder.query('BEGIN')
      await holder.query('SELECT FROM program WHERE id = $1 FOR UPDATE', [programId])
      const asked: Promise<Answer>[] = []
      for (const [before, command] of commands.entries()) {
        asked.push(command())
        const waiting = () => house.app.get(Ledger)['turns']['queues'].get(programId)?.length
        await eventually(() => expect(waiting()).toBe(before), { interval: 5 })
      }
      await holder.query('ROLLBACK')
      return await Promise.all(asked)
    } finally {
      await holder.end()
    }
  }

  it('are told as one patch, with each question as the last of them left it', async () => {
    const question = await secretary.log('Câu duyệt rồi rút ngay', {}, programId)
    const desk = await moderator.join(programId)
    const since = desk.revision
    const answers = await atOnce([
      () => log(randomUUID()),
      () => move(question.id, 'approve', 1),
      () => move(question.id, 'withdraw', 2),
      () => move(question.id, 'approve', 2),
      () => log(randomUUID()),
    ])
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 409, 201])
    await desk.until(() => desk.revision === since + 4)
    expect(desk.applied.at(-1)!.from).toBeLessThanOrEqual(since + 1)
    expect(desk.questions.get(question.id)).toMatchObject({ state: 'pending', version: 3 })
    const types = (await expectNoGap(house.database, programId)).slice(since).map(({ type }) => type)
    expect(types).toEqual(['question.logged', 'question.approved', 'question.withdrawn', 'question.logged'])
  })

  it('are each carried out by themselves when one of them has a fault that undoes all', async () => {
    const taken = randomUUID()
    // A question that no ledger tells of: that its id is used is found only by writing.
    await house.database.query(
      `INSERT INTO question SELECT (jsonb_populate_record(q, jsonb_build_object('id', $1::text, 'number', 9999))).*
        FROM question q WHERE "programId" = $2 LIMIT 1`,
      [taken, programId],
    )
    const before = (await entriesOf(house.database, programId)).length
    const ids = [randomUUID(), randomUUID(), taken, randomUUID()]
    const answers = await atOnce(ids.map(id => () => log(id)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 409, 201])
    expect(answers[2]!.body.error.code).toBe('request.id_used')
    const entries = await expectNoGap(house.database, programId)
    expect(entries.slice(before).map(({ targetId }) => targetId)).toEqual([ids[0], ids[1], ids[3]])
  })
})
