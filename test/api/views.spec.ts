import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Program, Speaker } from '../../protocol/program.js'
import { ProducerQuestion, QuestionHistory, StaffQuestion } from '../../protocol/question.js'
import { Screen } from '../../protocol/screen.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { caller, expectView } from '../support/slips.js'

/** Marks that a producer may not see, wherever they stand. */
const SECRETS = ['lời nguyên văn', 'ghi chú nội bộ', '0939', '939000112', 'Bí Danh']

describe('what each role is shown over HTTP', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let producer: Desk
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
    producer = await house.as('daodien')
    const slip = { note: 'ghi chú nội bộ', caller: caller({ name: 'Bí Danh', mayReadName: false }) }
    const lead = await secretary.log('lời nguyên văn', slip)
    await secretary.log('lời nguyên văn nữa', { ...slip, sameAsId: lead.id })
    const { question } = await moderator.move(lead, 'approve', { wording: 'Lời lên sóng' })
    const { question: taken } = await moderator.take(question, null)
    await secretary.put(`/api/questions/${taken.id}/answer`, {
      id: randomUUID(),
      speakerIds: [],
      startedAt: '2026-11-21T02:00:00Z',
      promise: { what: 'sẽ sửa', by: '2026-12-01' },
    })
    const rejected = await secretary.log('lời nguyên văn', slip)
    await moderator.move(rejected, 'reject', { reason: { code: 'other', text: 'không hợp' } })
  })
  afterAll(() => house.close())

  const list = async (desk: Desk) =>
    (await desk.get(`/api/programs/${house.programId}/questions`)).questions as { number: number }[]

  it('is a whole question for the desks', async () => {
    for (const desk of [secretary, moderator]) {
      const questions = await list(desk)
      expect(questions).toHaveLength(3)
      for (const question of questions) expectView(StaffQuestion, question)
    }
  })

  it('is the queue without phones, verbatims and notes for the producer', async () => {
    const questions = await list(producer)
    expect(questions).toHaveLength(3)
    for (const question of questions) {
      expectView(ProducerQuestion, question)
      expect(question).toMatchObject({ moves: [] })
    }
    for (const secret of SECRETS) expect(JSON.stringify(questions)).not.toContain(secret)
  })

  it('masks for the producer a number in a wording that nobody allowed', async () => {
    const worded = await secretary.log('có số')
    const wording = 'Gọi 0939 000 112 hay 0931.015.119?'
    const revise = { id: randomUUID(), version: worded.version, wording }
    await moderator.patch(`/api/questions/${worded.id}`, revise)
    const shown = (await list(producer)).find(question => question.number === worded.number)
    expect(shown).toMatchObject({ wording: 'Gọi ••• hay 0931.015.119?' })
    const whole = (await list(moderator)).find(question => question.number === worded.number)
    expect(whole).toMatchObject({ wording })
  })

  it('offers each reader the moves that are open to him now, in the order of the table', async () => {
    const fresh = await secretary.log('mới')
    const seen = async (desk: Desk) =>
      (await list(desk)).find(question => question.number === fresh.number) as unknown as StaffQuestion
    expect((await seen(secretary)).moves).toEqual(['advise', 'divert'])
    const all = ['return', 'approve', 'defer', 'merge', 'reject', 'advise', 'divert']
    expect((await seen(moderator)).moves).toEqual(all)
    expect((await seen(producer)).moves).toEqual([])
    await moderator.move(fresh, 'return', { reason: 'thiếu' })
    expect((await seen(secretary)).moves).toEqual(['resubmit', 'advise', 'divert'])
    expect((await seen(moderator)).moves).toContain('undo')
  })

  it('gives everybody who may see it the programme, its panel and its lists', async () => {
    const path = `/api/programs/${house.programId}`
    const admin = await house.as('quantri')
    for (const desk of [secretary, moderator, producer, admin]) {
      const { program } = await desk.get(path)
      expectView(Program, program)
      expect((await desk.get('/api/programs')).programs).toEqual([program])
      const { speakers } = await desk.get(`${path}/speakers`)
      expect(speakers).toHaveLength(3)
      for (const speaker of speakers) expectView(Speaker, speaker)
      for (const name of ['topics', 'agencies', 'lines', 'reasons'])
        expect(await desk.get(`${path}/${name}`)).toEqual({ [name]: program[name] })
    }
    expect((await secretary.get(`${path}/pets`, 404)).error.code).toBe('list.not_found')
  })

  it('shows a screen as it was paired, and the history as it is written', async () => {
    const command = { id: randomUUID(), label: 'Màn hình 1', kind: 'overlay' }
    const paired = await producer.post(`/api/programs/${house.programId}/screens`, command, 201)
    expectView(Screen, paired.screen)
    const [question] = (await list(moderator)) as unknown as StaffQuestion[]
    expectView(QuestionHistory, await moderator.get(`/api/questions/${question!.id}/history`))
  })
})
