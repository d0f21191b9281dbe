import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StaffQuestion, StaffQuestion as View } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { caller, expectView } from '../support/slips.js'

describe('correcting a question', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let program: any
  let speakerId: string
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
    program = (await secretary.get(`/api/programs/${house.programId}`)).program
    speakerId = (await secretary.get(`/api/programs/${house.programId}/speakers`)).speakers[1].id
  })
  afterAll(() => house.close())

  const revise = (desk: Desk, question: { id: string; version: number }, fields: object, status = 200) =>
    desk.patch(
      `/api/questions/${question.id}`,
      { id: randomUUID(), version: question.version, ...fields },
      status,
    )

  it('lets the secretary correct everything he logged, and raises the version by one', async () => {
    const logged = await secretary.log('sai', { note: 'cũ', caller: caller() })
    const fields = {
      verbatim: 'đúng',
      line: program.lines[0].id,
      direct: true,
      nature: 'propose',
      topicId: program.topics[2].id,
      agencyId: program.agencies[2].id,
      priority: 'high',
      note: 'mới',
    }
    const { question } = await revise(secretary, logged, fields)
    expectView(View, question)
    expect(question).toMatchObject({ ...fields, version: 2, state: 'pending', caller: logged.caller })
    const emptied = { line: null, topicId: null, agencyId: null, note: null, caller: null }
    expect((await revise(secretary, question, emptied)).question).toMatchObject(emptied)
  })

  it('replaces the caller whole', async () => {
    const logged = await secretary.log('người gọi', { caller: caller() })
    const given = { name: 'Lan', mayReadName: false, mayKeep: false, mayForward: false }
    const { question } = await revise(secretary, logged, { caller: given })
    expect(question.caller).toEqual({
      ...given,
      honorific: null,
      organisation: null,
      phone: null,
      place: null,
    })
  })

  it('keeps wording and speakers for the moderator', async () => {
    const logged = await secretary.log('chờ duyệt')
    for (const fields of [
      { wording: 'x' },
      { wording: null },
      { allowNumbers: ['0939000112'] },
      { leadSpeakerId: speakerId },
      { supportingSpeakerIds: [] },
      { note: 'x', wording: 'x' },
    ])
      expect((await revise(secretary, logged, fields, 403)).error.code).toBe('access.not_allowed')
    const fields = { wording: 'Lời', leadSpeakerId: speakerId, supportingSpeakerIds: [speakerId] }
    expect((await revise(moderator, logged, fields)).question).toMatchObject(fields)
  })

  it('counts a correction of an approved question as a new approval', async () => {
    const approved = await moderator.approved('đã duyệt')
    const second = await house.as('duyet2')
    const { question } = await revise(second, approved, { wording: 'Lời mới', caller: caller() })
    expect(question).toMatchObject({
      state: 'approved',
      version: 3,
      order: approved.order,
      wording: 'Lời mới',
      decidedBy: { name: 'duyet2' },
    })
    expect((await revise(moderator, question, { wording: null }, 409)).error.code).toBe(
      'question.wording_needed',
    )
    const number = await revise(moderator, question, { wording: 'Gọi 0939000112' }, 409)
    expect(number.error.code).toBe('question.private_number')
  })

  it('leaves an approved question to the moderator, and its verbatim to nobody', async () => {
    const approved = await moderator.approved('đã duyệt')
    for (const fields of [{ note: 'x' }, { wording: 'x' }, { topicId: null }, {}])
      expect((await revise(secretary, approved, fields, 403)).error.code).toBe('access.not_allowed')
    const refused = await revise(moderator, approved, { verbatim: 'khác' }, 409)
    expect(refused.error).toMatchObject({
      code: 'question.move_not_possible',
      details: { question: { verbatim: 'đã duyệt' } },
    })
  })

  it('allows note and agency only once it is on air or further on', async () => {
    const { question: taken } = await moderator.take(await moderator.approved('lên sóng'), null)
    const { question: answered } = await moderator.move(taken, 'answer')
    const rejected = await moderator.move(await secretary.log('loại'), 'reject', {
      reason: { code: 'out_of_scope' },
    })
    for (const state of [answered, rejected.question] as StaffQuestion[]) {
      const agencyId = program.agencies[0].id
      const { question } = await revise(secretary, state, { note: 'sau', agencyId })
      expect(question).toMatchObject({
        state: state.state,
        note: 'sau',
        agencyId,
        version: state.version + 1,
      })
      for (const fields of [{ wording: 'x' }, { verbatim: 'x' }, { caller: null }, { topicId: null }])
        await revise(moderator, question, fields, 409)
    }
  })

  it('corrects nothing of a diverted question', async () => {
    const logged = await secretary.log('tố cáo')
    const { question } = await secretary.move(logged, 'divert', { confirmNumber: logged.number })
    await revise(moderator, question, { note: 'nhắc lại' }, 409)
    await revise(moderator, question, {}, 409)
  })

  it('refuses the older of two corrections and shows the newer', async () => {
    const logged = await secretary.log('hai người sửa')
    await revise(secretary, logged, { note: 'một' })
    const refused = await revise(await house.as('thuky2'), logged, { note: 'hai' }, 409)
    expect(refused.error).toMatchObject({ code: 'question.stale', details: { question: { note: 'một' } } })
  })

  it('is refused before the opening and after the closing', async () => {
    const programId = await house.program('live')
    const producer = await house.as('daodien')
    const logged = await secretary.log('khóa sổ', {}, programId)
    const { question } = await moderator.move(logged, 'defer')
    await producer.phase(programId, 'ended')
    await moderator.phase(programId, 'closed')
    expect((await revise(secretary, question, { note: 'x' }, 409)).error.code).toBe('program.closed')
  })
})
