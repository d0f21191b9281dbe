import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { tablesHolding } from '../support/erasure.js'
import { House } from '../support/house.js'

/** Nothing that folds, so that it is found in search texts too. */
const MARK = 'zqxmark'

describe('diverting a denunciation', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let programId: string
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
  })
  beforeEach(async () => {
    programId = await house.program('live')
  })
  afterAll(() => house.close())

  const slip = {
    note: `${MARK} note`,
    caller: {
      honorific: MARK,
      name: `${MARK} name`,
      organisation: MARK,
      phone: `0939.000.112 ${MARK}`,
      place: { text: MARK },
      mayReadName: true,
      mayKeep: true,
      mayForward: true,
    },
  }
  const logged = () => secretary.log(`${MARK} verbatim`, slip, programId)
  const divert = (question: StaffQuestion, desk = moderator, status = 200) =>
    desk.move(question, 'divert', { confirmNumber: question.number }, status)
  const expectErased = async () => expect(await tablesHolding(house.database, MARK)).toEqual([])

  it('finds the marks before it erases them', async () => {
    const question = await logged()
    expect(await tablesHolding(house.database, MARK)).toContain('question')
    await divert(question)
    await expectErased()
  })

  it('leaves a tombstone: number, time and who', async () => {
    const question = await logged()
    const { question: tombstone } = await divert(question)
    expect(tombstone).toMatchObject({
      number: question.number,
      state: 'diverted',
      version: 2,
      verbatim: '',
      caller: null,
      note: null,
      callerLine: 'một khán giả',
      loggedBy: { name: 'thuky1' },
      decidedBy: { name: 'duyet1' },
      moves: [],
    })
  })

  it('erases wordings, reasons and what an undo would have brought back', async () => {
    let question = await logged()
    const move = async (name: string, rest = {}) =>
      (question = (await moderator.move(question, name, rest)).question)
    await move('return', { reason: MARK })
    await move('resubmit')
    await move('reject', { reason: { code: 'other', text: MARK } })
    await move('restore')
    await move('approve', { wording: `${MARK} one` })
    question = (
      await moderator.patch(`/api/questions/${question.id}`, {
        id: randomUUID(),
        version: question.version,
        wording: `${MARK} two`,
      })
    ).question
    await move('take', { believedOnAirId: null })
    await moderator.put(`/api/questions/${question.id}/answer`, {
      id: randomUUID(),
      speakerIds: [],
      startedAt: '2026-11-21T02:00:00Z',
      said: MARK,
      promise: { what: MARK, by: '2026-12-01' },
    })
    expect(await tablesHolding(house.database, MARK)).toContain('question_wording')
    await divert(question)
    await expectErased()
    const { history } = await moderator.get(`/api/questions/${question.id}/history`)
    expect(history.at(-1)).toMatchObject({ type: 'question.diverted', from: 'on_air', to: 'diverted' })
    expect(JSON.stringify(history)).not.toContain(MARK)
  })

  it('erases what the question that put it off the air remembers of it', async () => {
    const { question } = await moderator.move(await logged(), 'approve', { wording: MARK })
    const { question: onAir } = await moderator.take(question, null)
    const next = await moderator.approved('câu sau', {}, programId)
    await moderator.take(next, onAir.id)
    const { questions } = await moderator.get(`/api/programs/${programId}/questions?state=answered`)
    await divert(questions[0])
    await expectErased()
  })

  it('erases the copy that the lead shows of an asker', async () => {
    const lead = await secretary.log('câu đầu', {}, programId)
    const asker = await secretary.log(MARK, { ...slip, sameAsId: lead.id }, programId)
    await divert(asker)
    await expectErased()
    const { questions } = await moderator.get(`/api/programs/${programId}/questions`)
    expect(questions).toMatchObject([{ id: lead.id, askers: [], callerLine: 'một khán giả' }])
  })

  it('is refused with another number, for a lead, and for a secretary once it was decided', async () => {
    const question = await logged()
    await moderator.move(question, 'divert', { confirmNumber: question.number + 1 }, 400)
    await secretary.log('cùng hỏi', { sameAsId: question.id }, programId)
    const led = await divert(question, moderator, 409)
    expect(led.error.code).toBe('question.has_askers')
    const approved = await moderator.approved('đã duyệt', {}, programId)
    expect((await divert(approved, secretary, 403)).error.code).toBe('access.not_allowed')
    const returned = await moderator.move(await logged(), 'return', { reason: 'x' })
    await divert(returned.question, secretary)
  })

  it('drops the question from every list, and cannot be done twice', async () => {
    const { question } = await divert(await logged())
    for (const path of [`/api/programs/${programId}/questions?limit=200`, '/api/questions?limit=200'])
      expect(JSON.stringify(await moderator.get(path))).not.toContain(question.id)
    await divert(question, moderator, 409)
  })

  it('keeps of a slip that says only that there was one nothing but a number, and shows it to no desk', async () => {
    const desk = await moderator.join(programId)
    const id = randomUUID()
    const path = `/api/programs/${programId}/questions`
    const { question, revision } = await secretary.post(path, { id, diverted: true, line: 'zalo' }, 201)
    expect(question).toMatchObject({ number: 1, state: 'diverted', version: 1, line: null })
    await desk.until(() => desk.revision === revision)
    expect(desk.questions.size).toBe(0)
    expect((await secretary.post(path, { id, diverted: true }, 200)).question).toEqual(question)
    expect((await secretary.log('câu sau', {}, programId)).number).toBe(2)
  })
})
