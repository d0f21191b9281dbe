import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ErrorAnswer } from '../../protocol/errors.js'
import { ProducerQuestion, StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { expectView, faultPaths } from '../support/slips.js'

describe('a move that comes too late or does not fit', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let second: Desk
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
    second = await house.as('duyet2')
  })
  afterAll(() => house.close())

  const moves = (id: string) => `/api/questions/${id}/moves`

  it('tells the second moderator that the question is already approved, and by whom', async () => {
    const question = await secretary.log('hai người cùng duyệt')
    await second.move(question, 'approve')
    const refused = await moderator.move(question, 'approve', {}, 409)
    expect(refused.error.code).toBe('question.stale')
    expectView(ErrorAnswer, refused)
    expectView(StaffQuestion, refused.error.details.question)
    expect(refused.error.details.question).toMatchObject({
      state: 'approved',
      version: 2,
      decidedBy: { name: 'duyet2' },
    })
  })

  it('has one winner when both press at once', async () => {
    const question = await secretary.log('cùng một lúc')
    const answers = await Promise.all(
      [moderator, second].map(desk =>
        desk.ask('POST', moves(question.id), { id: randomUUID(), move: 'approve', version: 1 }),
      ),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  })

  it('refuses a version that was never there', async () => {
    const question = await secretary.log('phiên bản lạ')
    const refused = await moderator.move({ ...question, version: 9 }, 'approve', {}, 409)
    expect(refused.error).toMatchObject({ code: 'question.stale', details: { question: { version: 1 } } })
  })

  it('shows the question as it is when the move does not start from its state', async () => {
    const question = await secretary.log('chưa duyệt')
    for (const [move, rest] of [
      ['resubmit', {}],
      ['restore', {}],
      ['split', {}],
      ['withdraw', {}],
      ['take', { believedOnAirId: null }],
      ['recall', {}],
      ['answer', {}],
    ] as const) {
      const refused = await moderator.move(question, move, rest, 409)
      expect(refused.error.code).toBe('question.move_not_possible')
      expect(refused.error.details.question).toMatchObject({ id: question.id, state: 'pending', version: 1 })
    }
  })

  it('shows each asker the question in his own view', async () => {
    const question = await secretary.log('theo vai')
    const refused = await secretary.move({ ...question, version: 2 }, 'advise', {}, 409)
    expectView(StaffQuestion, refused.error.details.question)
    expect(refused.error.details.question.moves).toEqual(['advise', 'divert'])
    expect(ProducerQuestion.safeParse(refused.error.details.question).success).toBe(false)
  })

  it('carries out the same command once and then answers with the present question', async () => {
    const question = await secretary.log('bấm đúp')
    const command = { id: randomUUID(), move: 'approve', version: 1 }
    const first = await moderator.post(moves(question.id), command)
    await moderator.move(first.question, 'defer')
    const again = await moderator.post(moves(question.id), command)
    expect(again).toMatchObject({ revision: first.revision, question: { state: 'follow_up', version: 3 } })
  })

  it('refuses a used id for another move, another question, another person, and another kind', async () => {
    const [one, other] = [await secretary.log('một'), await secretary.log('hai')]
    const used = { id: randomUUID(), move: 'approve', version: 1 }
    await moderator.post(moves(one.id), used)
    const tries = [
      moderator.post(moves(other.id), used, 409),
      moderator.post(moves(one.id), { ...used, move: 'withdraw', version: 2 }, 409),
      second.post(moves(one.id), used, 409),
      moderator.patch(`/api/questions/${one.id}`, { id: used.id, version: 2, note: 'x' }, 409),
      moderator.post(`/api/programs/${house.programId}/questions`, { id: used.id, verbatim: 'x' }, 409),
      moderator.put(`/api/programs/${house.programId}/air`, { id: used.id }, 409),
      moderator.post(moves(other.id), { ...used, id: one.id }, 409),
    ]
    for (const refused of await Promise.all(tries)) {
      expect(refused.error.code).toBe('request.id_used')
      expect(refused.error.details).toBeUndefined()
    }
  })

  it('uses up no id by being refused', async () => {
    const question = await secretary.log('lần sau được')
    const id = randomUUID()
    await moderator.post(moves(question.id), { id, move: 'approve', version: 5 }, 409)
    await moderator.post(moves(question.id), { id, move: 'approve', version: 1 })
  })

  it.each([
    [{ move: 'fly' }, 'move'],
    [{ move: 'approve', wording: 'x'.repeat(601) }, 'wording'],
    [{ move: 'approve', leadSpeakerId: randomUUID() }, 'leadSpeakerId'],
    [{ move: 'approve', supportingSpeakerIds: [randomUUID()] }, 'supportingSpeakerIds'],
    [{ move: 'approve', topicId: randomUUID() }, 'topicId'],
    [{ move: 'defer', agencyId: randomUUID() }, 'agencyId'],
    [{ move: 'return' }, 'reason'],
    [{ move: 'return', reason: ' ' }, 'reason'],
    [{ move: 'reject', reason: { code: 'boring' } }, 'reason.code'],
    [{ move: 'reject', reason: { code: 'other' } }, 'reason.text'],
    [{ move: 'take' }, 'believedOnAirId'],
    [{ move: 'divert', confirmNumber: 0 }, 'confirmNumber'],
  ])('refuses %j and says where', async (command, where) => {
    const question = await secretary.log('sai chỗ nào')
    const body = { id: randomUUID(), version: 1, ...command }
    const refused = await moderator.post(moves(question.id), body, 400)
    expect(refused.error.code).toBe('request.invalid')
    expect(faultPaths(refused)).toContain(where)
  })

  it('knows no question that is not there, and no programme', async () => {
    const command = { id: randomUUID(), move: 'approve', version: 1 }
    const refused = await moderator.post(moves(randomUUID()), command, 404)
    expect(refused.error.code).toBe('question.not_found')
    const path = `/api/programs/${randomUUID()}/questions`
    const nowhere = await secretary.post(path, { id: randomUUID(), verbatim: 'x' }, 404)
    expect(nowhere.error.code).toBe('program.not_found')
  })
})
