import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { caller, expectView, faultPaths } from '../support/slips.js'

describe('taking a question down', () => {
  let house: House
  let secretary: Desk
  let path: string
  let program: any
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    path = `/api/programs/${house.programId}/questions`
    program = (await secretary.get(`/api/programs/${house.programId}`)).program
  })
  afterAll(() => house.close())

  it('needs nothing but the words, and gives the rest its defaults', async () => {
    const id = randomUUID()
    const { question, revision } = await secretary.post(path, { id, verbatim: '  Sổ đỏ?  ' }, 201)
    expectView(StaffQuestion, question)
    expect(question).toMatchObject({
      id,
      state: 'pending',
      version: 1,
      verbatim: 'Sổ đỏ?',
      wording: null,
      line: null,
      direct: false,
      nature: 'ask',
      topicId: null,
      agencyId: null,
      priority: 'normal',
      note: null,
      caller: null,
      callerLine: 'một khán giả',
      leadSpeakerId: null,
      supportingSpeakerIds: [],
      order: null,
      mergedIntoId: null,
      askers: [],
      loggedBy: { name: 'thuky1' },
      decidedBy: null,
      reason: null,
      onAirSince: null,
      answer: null,
      moves: ['advise', 'divert'],
    })
    expect(revision).toBeGreaterThan(0)
  })

  it('keeps every field of the slip', async () => {
    const slip = {
      verbatim: 'Nhà tôi bị ngập',
      run: program.run,
      takenAt: '2026-11-21T09:00:00+07:00',
      line: program.lines[0].id,
      direct: true,
      nature: 'complain',
      topicId: program.topics[0].id,
      agencyId: program.agencies[1].id,
      priority: 'urgent',
      note: 'gọi lần hai',
      caller: caller({ organisation: 'HTX Phú An', place: { code: 'CT1', text: 'Phường Tân An' } }),
    }
    const question = await secretary.log('', slip)
    const { run: _run, takenAt: _takenAt, caller: given, ...shown } = slip
    expect(question).toMatchObject(shown)
    expect(question.caller).toEqual({ ...given, phone: { typed: '0939.000.112', e164: '+84939000112' } })
    expect(question.callerLine).toBe('Anh Nguyễn Thanh Hải (HTX Phú An) – phường Tân An')
    const [row] = await house.database.query<{ takenAt: Date; run: number }>(
      'SELECT "takenAt", run FROM question WHERE id = $1',
      [question.id],
    )
    expect(row).toEqual({ takenAt: new Date('2026-11-21T02:00:00Z'), run: program.run })
  })

  it('answers the same slip again with 200 and the question as it is now', async () => {
    const moderator = await house.as('duyet1')
    const slip = { id: randomUUID(), verbatim: 'gửi lại' }
    const first = await secretary.post(path, slip, 201)
    await moderator.move(first.question, 'return', { reason: 'hỏi rõ hơn' })
    const again = await secretary.post(path, slip, 200)
    expect(again.revision).toBe(first.revision)
    expect(again.question).toMatchObject({ number: first.question.number, state: 'returned', version: 2 })
  })

  it('logs the same slip once, however many of it arrive together', async () => {
    const slip = { id: randomUUID(), verbatim: 'bấm nhiều lần' }
    const answers = await Promise.all(Array.from({ length: 6 }, () => secretary.ask('POST', path, slip)))
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 200, 200, 200, 200, 201])
    expect(new Set(answers.map(answer => answer.body.question.number)).size).toBe(1)
    expect(new Set(answers.map(answer => answer.body.revision)).size).toBe(1)
  })

  it('refuses the id of somebody else’s slip and shows nothing of it', async () => {
    const colleague = await house.as('thuky2')
    const slip = { id: randomUUID(), verbatim: 'bí mật của phiếu này' }
    await secretary.post(path, slip, 201)
    const refused = await colleague.post(path, slip, 409)
    expect(refused.error.code).toBe('request.id_used')
    expect(JSON.stringify(refused)).not.toContain('bí mật')
  })

  it('gives numbers one after another, without a gap and none twice, however many log at once', async () => {
    const before = await secretary.log('mốc')
    const logged = await Promise.all(Array.from({ length: 12 }, (_, index) => secretary.log(`câu ${index}`)))
    const numbers = logged.map(question => question.number).sort((one, other) => one - other)
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => before.number + 1 + index))
  })

  it('names a line by its id or by its code', async () => {
    const zalo = program.lines.find((line: any) => line.code === 'zalo')
    expect((await secretary.log('qua mã', { line: 'zalo' })).line).toBe(zalo.id)
    expect((await secretary.log('qua id', { line: zalo.id })).line).toBe(zalo.id)
  })

  it('keeps an odd phone number as it was typed', async () => {
    const { caller: kept } = await secretary.log('số lạ', { caller: caller({ phone: '12 34' }) })
    expect(kept?.phone).toEqual({ typed: '12 34' })
  })

  it.each([
    ['topicId', { topicId: randomUUID() }],
    ['agencyId', { agencyId: randomUUID() }],
    ['line', { line: 'hotline9' }],
    ['verbatim', { verbatim: '   ' }],
    ['verbatim', { verbatim: 'x'.repeat(5001) }],
    ['verbatim', { verbatim: 'a\u0000b' }],
    ['verbatim', { verbatim: '\ud800' }],
    ['nature', { nature: 'denounce' }],
    ['takenAt', { takenAt: 'hôm qua' }],
    ['caller.mayKeep', { caller: { mayReadName: true, mayForward: false } }],
    ['caller.name', { caller: caller({ name: 'a\u202eb' }) }],
    ['caller.place.text', { caller: caller({ place: { text: '' } }) }],
  ])('refuses an odd %s and says where', async (where, slip) => {
    const refused = await secretary.post(path, { id: randomUUID(), verbatim: 'hỏi', ...slip }, 400)
    expect(refused.error.code).toBe('request.invalid')
    expect(faultPaths(refused)).toContain(where)
  })

  it('refuses a field that it does not know, and a diverted slip that says more than that', async () => {
    await secretary.post(path, { id: randomUUID(), verbatim: 'hỏi', state: 'approved' }, 400)
    await secretary.post(path, { id: randomUUID(), diverted: true, verbatim: 'tố cáo' }, 400)
    await secretary.post(path, { id: randomUUID(), diverted: false, verbatim: 'hỏi' }, 400)
  })

  it('uses up neither an id nor a number for a refused slip', async () => {
    const before = await secretary.log('mốc')
    const id = randomUUID()
    await secretary.post(path, { id, verbatim: 'hỏi', topicId: randomUUID() }, 400)
    const { question } = await secretary.post(path, { id, verbatim: 'hỏi' }, 201)
    expect(question.number).toBe(before.number + 1)
  })
})
