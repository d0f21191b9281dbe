import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../support/desk.js'
import { expectNoGap, headOf } from '../support/history.js'
import { House } from '../support/house.js'

const USED = { status: 409, body: { error: { code: 'request.id_used' } } }

const log = (desk: Desk, programId: string, id: string, verbatim = 'Câu hỏi') =>
  desk.ask('POST', `/api/programs/${programId}/questions`, { id, verbatim })
const move = (desk: Desk, questionId: string, command: object) =>
  desk.ask('POST', `/api/questions/${questionId}/moves`, command)
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort()

describe('the id of a command', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let programs: [string, string]
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
    programs = [await house.program(), await house.program()]
  })
  afterAll(() => house.close())

  /** The same person at the other instance. */
  async function elsewhere(username: string): Promise<Desk> {
    return house.as(username, { instance: 1 })
  }

  it('used twice at once logs one question, and both are shown it', async () => {
    const other = await elsewhere('thuky1')
    for (let round = 0; round < 20; round++) {
      const id = randomUUID()
      const answers = await Promise.all([log(secretary, programs[0], id), log(other, programs[0], id)])
      expect(statuses(answers)).toEqual([200, 201])
      expect(answers[0]!.body).toEqual(answers[1]!.body)
    }
    await expectNoGap(house.database, programs[0])
  })

  it('used twice at once approves once, and both are shown the question as it is', async () => {
    const other = await elsewhere('duyet1')
    for (let round = 0; round < 20; round++) {
      const question = await secretary.log(`Câu duyệt hai lần ${round}`)
      const command = { id: randomUUID(), move: 'approve', version: question.version }
      const answers = await Promise.all([moderator, other].map(desk => move(desk, question.id, command)))
      expect(statuses(answers)).toEqual([200, 200])
      expect(answers[0]!.body).toEqual(answers[1]!.body)
      expect(answers[0]!.body.question).toMatchObject({ state: 'approved', version: 2 })
    }
  })

  it('is answered later with the present view and the first revision', async () => {
    const question = await secretary.log('Câu được duyệt rồi rút')
    const command = { id: randomUUID(), move: 'approve', version: 1 }
    const first = await move(moderator, question.id, command)
    await moderator.move(first.body.question, 'withdraw')
    const again = await move(moderator, question.id, command)
    expect(again).toMatchObject({
      status: 200,
      body: { revision: first.body.revision, question: { state: 'pending', version: 3 } },
    })
  })

  it('is refused to another account, target or kind, and tells them nothing', async () => {
    const id = randomUUID()
    const secret = 'Điều chỉ câu này nói'
    await log(secretary, programs[0], id, secret)
    const question = await secretary.log('Câu khác', {}, programs[0])
    const before = await headOf(house.database, programs[0])
    const others = [
      await log(await house.as('thuky2'), programs[0], id),
      await log(secretary, programs[1], id),
      await log(
        secretary,
        programs[0],
        question.id.replace(/^./, first => (first === '0' ? '1' : '0')),
      ).then(() => move(moderator, question.id, { id, move: 'approve', version: 1 })),
      await secretary.ask('PATCH', `/api/questions/${question.id}`, { id, version: 1, verbatim: 'Sửa' }),
      await move(moderator, id, { id, move: 'approve', version: 1 }),
    ]
    for (const answer of others) {
      expect(answer).toMatchObject(USED)
      expect(JSON.stringify(answer.body)).not.toContain(secret)
      expect(answer.body.error).not.toHaveProperty('details')
    }
    // The one slip logged on the way, and nothing else.
    expect(await headOf(house.database, programs[0])).toBe(before + 1)
  })

  it('is not used up by a command that was refused', async () => {
    const question = await secretary.log('Câu từ chối lúc đầu')
    const id = randomUUID()
    const stale = await move(moderator, question.id, { id, move: 'approve', version: 7 })
    expect(stale).toMatchObject({ status: 409, body: { error: { code: 'question.stale' } } })
    const early = await move(moderator, question.id, { id, move: 'answer', version: 1 })
    expect(early).toMatchObject({ status: 409, body: { error: { code: 'question.move_not_possible' } } })
    const now = await move(moderator, question.id, { id, move: 'approve', version: 1 })
    expect(now).toMatchObject({ status: 200, body: { question: { state: 'approved' } } })
  })

  it('told to two programmes at once belongs to one of them', async () => {
    for (let round = 0; round < 20; round++) {
      const id = randomUUID()
      const answers = await Promise.all(programs.map(programId => log(secretary, programId, id)))
      expect(statuses(answers)).toEqual([201, 409])
      expect(answers.find(({ status }) => status === 409)).toMatchObject(USED)
    }
    for (const programId of programs) await expectNoGap(house.database, programId)
  })

  it('told at once to questions of two programmes moves one of them', async () => {
    for (let round = 0; round < 20; round++) {
      const questions = [
        await secretary.log('Câu bên này', {}, programs[0]),
        await secretary.log('Câu bên kia', {}, programs[1]),
      ]
      const command = { id: randomUUID(), move: 'approve', version: 1 }
      const answers = await Promise.all(questions.map(({ id }) => move(moderator, id, command)))
      expect(statuses(answers)).toEqual([200, 409])
      expect(answers.find(({ status }) => status === 409)).toMatchObject(USED)
    }
  })

  it('that pointed a screen at another programme is answered again when it is told again', async () => {
    const screen = await house.screen('panel', { programId: programs[0] })
    const producer = await house.as('daodien')
    const command = { id: randomUUID(), programId: programs[1] }
    for (let time = 0; time < 2; time++)
      expect(await producer.patch(`/api/screens/${screen.id}`, command)).toMatchObject({
        screen: { programId: programs[1] },
      })
    const back = { id: command.id, programId: programs[0] }
    const other = await house.screen('panel', { programId: programs[0] })
    expect(await producer.ask('PATCH', `/api/screens/${other.id}`, back)).toMatchObject(USED)
  })

  it('of one new programme, told twice at once, makes one', async () => {
    const admins = [await house.as('quantri'), await elsewhere('quantri')]
    for (let round = 0; round < 5; round++) {
      const command = { id: randomUUID(), title: 'Chương trình mới' }
      const answers = await Promise.all(admins.map(admin => admin.ask('POST', '/api/programs', command)))
      expect(answers[0]!.body).toMatchObject({ program: { id: command.id } })
      expect(answers[1]!.body).toEqual(answers[0]!.body)
      expect(await expectNoGap(house.database, command.id)).toHaveLength(1)
    }
  })
})
