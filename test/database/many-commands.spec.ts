import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../support/desk.js'
import { expectNoGap } from '../support/history.js'
import { House } from '../support/house.js'

const slip = (verbatim: string) => ({ id: randomUUID(), verbatim })

describe('two hundred commands on one programme at once', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1', { instance: 1 })
  })
  afterAll(() => house.close())
  const log = (programId: string, body: object) =>
    secretary.ask('POST', `/api/programs/${programId}/questions`, body)
  const move = (question: { id: string; version: number }, rest: object) =>
    moderator.ask('POST', `/api/questions/${question.id}/moves`, {
      id: randomUUID(),
      version: question.version,
      ...rest,
    })

  it('leave revisions without a gap, numbers in the order of commits, and an entry for every effect', async () => {
    const programId = await house.program('live')
    const waiting = []
    for (let index = 0; index < 50; index++)
      waiting.push(await secretary.log(`Câu có sẵn ${index}`, {}, programId))
    const before = (await expectNoGap(house.database, programId)).length

    const asked: Promise<Answer>[] = []
    for (const [index, question] of waiting.entries()) {
      asked.push(log(programId, slip(`Câu mới ${index}`)))
      asked.push(move(question, { move: 'approve' }))
      // Nobody may answer what is not on air, nor join what is not there: begun, locked, and rolled back.
      asked.push(move(question, { move: 'answer' }))
      asked.push(log(programId, { ...slip('Hỏi như câu kia'), sameAsId: randomUUID() }))
    }
    const answers = await Promise.all(asked)
    const counted = new Map<number, number>()
    for (const { status } of answers) counted.set(status, (counted.get(status) ?? 0) + 1)
    expect([...counted].sort(([one], [other]) => one - other)).toEqual([
      [200, 50],
      [201, 50],
      [409, 100],
    ])

    const entries = await expectNoGap(house.database, programId)
    expect(entries.length - before).toBe(100)
    const done = answers.filter(({ status }) => status < 300).map(({ body }) => body)
    const told = new Map(done.map(({ question, revision }) => [revision, question.id]))
    expect(entries.slice(before).map(entry => entry.targetId)).toEqual(
      entries.slice(before).map(entry => told.get(entry.revision)),
    )
    const numbers = await house.database.query<{ number: number }>(
      `SELECT q.number FROM question q JOIN ledger_entry e ON e."commandId" = q.id
        WHERE q."programId" = $1 ORDER BY e.revision`,
      [programId],
    )
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_none, at) => at + 1))
    const [{ places, kept } = { places: 0, kept: 0 }] = await house.database.query<Record<string, number>>(
      `SELECT count(DISTINCT "order")::int AS places, count("order")::int AS kept FROM question
        WHERE "programId" = $1 AND state = 'approved'`,
      [programId],
    )
    expect({ places, kept }).toEqual({ places: 50, kept: 50 })
  })

  it('wait for nobody whose command is out of date', async () => {
    const programId = await house.program('open')
    const producer = await house.as('daodien')
    const stale = { version: 999, title: 'Đổi tên từ một bản cũ' }
    const took: number[] = []
    for (const turn of [1, 2, 3, 4, 5, 6]) {
      const begun = performance.now()
      const asked = Array.from({ length: 30 }, (_none, index) => [
        producer.ask('PATCH', `/api/programs/${programId}`, { id: randomUUID(), ...stale }),
        log(programId, slip(`Câu ${turn}, ${index}`)),
      ])
      const answers = await Promise.all(asked.flat())
      took.push(performance.now() - begun)
      expect(answers.map(({ status }) => status)).toEqual(asked.flatMap(() => [409, 201]))
      expect(answers[0]!.body.error).toMatchObject({
        code: 'program.stale',
        details: { program: { id: programId, title: 'Chương trình thử' } },
      })
    }
    // A connection asked for while the programme is held would wait, every time, for those who wait for the programme.
    expect(Math.min(...took)).toBeLessThan(1400)
  })

  it('from eight moderators on one question: one has it, seven are told who', async () => {
    const programId = await house.program('open')
    const other = await house.as('duyet2')
    const questions = []
    for (let index = 0; index < 50; index++)
      questions.push(await secretary.log(`Câu tranh nhau ${index}`, {}, programId))
    const before = (await expectNoGap(house.database, programId)).length

    const outcomes = await Promise.all(
      questions.map(question =>
        Promise.all(
          Array.from({ length: 8 }, (_none, index) => {
            const desk = index % 2 === 0 ? moderator : other
            const decision =
              index % 3 === 0 ? { move: 'reject', reason: { code: 'out_of_scope' } } : { move: 'approve' }
            const command = { id: randomUUID(), version: question.version, ...decision }
            return desk.ask('POST', `/api/questions/${question.id}/moves`, command)
          }),
        ),
      ),
    )
    for (const answers of outcomes) {
      const won = answers.filter(({ status }) => status === 200)
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
      for (const { body } of answers.filter(({ status }) => status === 409))
        expect(body.error).toMatchObject({
          code: 'question.stale',
          details: { question: { ...won[0]!.body.question, moves: expect.any(Array) } },
        })
    }
    expect((await expectNoGap(house.database, programId)).length - before).toBe(50)
  })
})
