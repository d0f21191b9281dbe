import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Ledger } from '../../server/ledger/ledger.js'
import type { KnownQuestions } from '../../server/questions/domain/known-questions.js'
import { QUESTION_BY_ID, RUNNING_ORDER } from '../../server/questions/question.sql.js'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { connectTo } from '../support/empty-database.js'
import { entriesOf, expectNoGap } from '../support/history.js'
import { House } from '../support/house.js'
import { type Crew, RandomHour, seeded } from '../support/random-hour.js'

/** As JSON has it: a moment is its text, and what is absent is absent. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

/** Somebody else's change that nobody announces: an instance that died between its commit and its word. */
const UNANNOUNCED = `WITH program AS (UPDATE program SET revision = revision + 1 WHERE id = $1 RETURNING id, revision),
    question AS (UPDATE question SET wording = 'Lời của người khác', version = version + 1, revision = program.revision
      FROM program WHERE question.id = $2)
  INSERT INTO ledger_entry ("programId", revision, "commandId", type, "targetId", at)
  SELECT id, revision, $3, 'question.revised', $2, now() FROM program`

describe('what an instance knows of a programme by heart', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let programId: string
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
    programId = await house.program('live')
  })
  afterAll(() => house.close())

  const headOf = (program: string) => house.app.get(Ledger)['heads'].get(program)
  const approve = ({ id }: StaffQuestion, version: number, wording?: string, desk = moderator) =>
    desk.ask('POST', `/api/questions/${id}/moves`, { id: randomUUID(), move: 'approve', version, wording })
  const rowOf = async (id: string) =>
    (await house.database.query(QUESTION_BY_ID.text, [id]))[0] as Record<string, unknown>

  /** A question that is known by heart: logged here, and moved here. */
  async function known(verbatim: string): Promise<StaffQuestion> {
    const question = await secretary.log(verbatim, {}, programId)
    const approved = await moderator.move(question, 'approve')
    const withdrawn = await moderator.move(approved.question, 'withdraw')
    expect([...(headOf(programId)!.known as KnownQuestions).byId.keys()]).toContain(question.id)
    return withdrawn.question
  }

  it.each([1, 2, 3])('is what stands in the database, in an hour of chance (seed %i)', async seed => {
    const hourly = await house.program('live')
    const crew: Crew = { secretary, moderator, producer: await house.as('daodien') }
    const hour = new RandomHour(crew, hourly, seeded(seed), [(await house.screen('panel')).id])
    const questions = new Set<string>()
    for (let step = 0; step < 150; step++) {
      await hour.step()
      const head = headOf(hourly)
      if (!head) continue
      const [program] = await house.database.query('SELECT * FROM program WHERE id = $1', [hourly])
      expect(plain(head.program)).toMatchObject(plain(program) as object)
      const { byId, onAir, order } = (head.known ?? { byId: new Map() }) as KnownQuestions
      for (const [id, question] of byId) {
        expect(plain(question)).toEqual(plain(await rowOf(id)))
        questions.add(id)
      }
      if (!head.known) continue
      expect(order).toEqual(await house.database.query(RUNNING_ORDER.text, [hourly]))
      const [there] = await house.database.query<{ id: string }>(
        `SELECT id FROM question WHERE "programId" = $1 AND state = 'on_air'`,
        [hourly],
      )
      expect(onAir?.id).toBe(there?.id)
    }
    expect(questions.size).toBeGreaterThan(5)
  })

  it('is not believed when somebody else has changed it since, even if nobody told', async () => {
    const question = await known('Câu mà người khác đã sửa')
    await house.database.query(UNANNOUNCED, [programId, question.id, randomUUID()])
    const refused = await approve(question, question.version)
    expect(refused).toMatchObject({
      status: 409,
      body: { error: { code: 'question.stale', details: { question: { version: question.version + 1 } } } },
    })
    await expectNoGap(house.database, programId)
  })

  it('refuses nobody: whoever knows better than this instance is believed', async () => {
    const question = await known('Câu mà người gửi đã thấy bản mới')
    await house.database.query(UNANNOUNCED, [programId, question.id, randomUUID()])
    const done = await approve(question, question.version + 1)
    expect(done).toMatchObject({
      status: 200,
      body: { question: { state: 'approved', wording: 'Lời của người khác' } },
    })
  })

  it('is not believed either when another command has made the same revision', async () => {
    const question = await known('Câu trước khi chuyển sang máy dự phòng')
    const [last] = (await entriesOf(house.database, programId)).slice(-1)
    const client = await connectTo(house.database)
    try {
      // A standby that had not received the last commit took over, and went on from there in its own way.
      await client.query('ALTER TABLE ledger_entry DISABLE TRIGGER USER')
      await client.query(
        'UPDATE ledger_entry SET "commandId" = gen_random_uuid() WHERE "programId" = $1 AND revision = $2',
        [programId, last!.revision],
      )
      await client.query('ALTER TABLE ledger_entry ENABLE TRIGGER USER')
      await client.query('UPDATE question SET version = 17 WHERE id = $1', [question.id])
    } finally {
      await client.end()
    }
    expect((await approve(question, question.version)).body.error).toMatchObject({ code: 'question.stale' })
    expect((await approve(question, 17)).status).toBe(200)
  })

  it('lets no id be used that something else has used, in the audit as well', async () => {
    const question = await known('Câu với mã lệnh đã dùng')
    const [noted] = await house.database.query<{ id: string }>('SELECT id FROM audit_entry LIMIT 1')
    const command = { id: noted!.id, move: 'approve', version: question.version }
    const refused = await moderator.ask('POST', `/api/questions/${question.id}/moves`, command)
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'request.id_used' } } })
    expect((await rowOf(question.id)).state).toBe('pending')
  })

  it('is given up by who works beside another instance: each decides on what the other left', async () => {
    const beside = await house.as('duyet2', { instance: 1 })
    const question = await known('Câu mà hai máy chủ cùng làm')
    const desks = [beside, moderator, beside, moderator]
    let version = question.version
    for (const [turn, desk] of desks.entries()) {
      const done = await approve(question, version, `Lời thứ ${turn}`, desk)
      expect(done.status).toBe(200)
      const command = { id: randomUUID(), move: 'withdraw', version: done.body.question.version }
      const back = await desk.ask('POST', `/api/questions/${question.id}/moves`, command)
      expect(back.status).toBe(200)
      version = back.body.question.version
    }
    expect(await rowOf(question.id)).toMatchObject({ wording: 'Lời thứ 3', version })
    await expectNoGap(house.database, programId)
  })
})
