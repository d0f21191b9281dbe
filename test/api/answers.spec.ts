import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { faultPaths } from '../support/slips.js'

describe('writing down what was answered', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let programId: string
  let speakerIds: string[]
  let onAir: StaffQuestion
  beforeAll(async () => {
    house = await House.open()
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1')
  })
  beforeEach(async () => {
    programId = await house.program('live')
    const { speakers } = await secretary.get(`/api/programs/${programId}/speakers`)
    speakerIds = speakers.map((speaker: { id: string }) => speaker.id)
    onAir = (await moderator.take(await moderator.approved('hỏi', {}, programId), null)).question
  })
  afterAll(() => house.close())

  const note = (question: { id: string }, rest: object = {}, status = 200) =>
    secretary.put(
      `/api/questions/${question.id}/answer`,
      { id: randomUUID(), speakerIds, startedAt: '2026-11-21T02:00:00Z', ...rest },
      status,
    )

  it('keeps who, from when to when, what was said and what was promised, and raises no version', async () => {
    const { question } = await note(onAir, {
      endedAt: '2026-11-21T09:02:30+07:00',
      said: 'Sẽ sửa xong trong tháng',
      promise: { what: 'sửa đường', by: '2026-12-31' },
    })
    expect(question.version).toBe(onAir.version)
    expect(question.answer).toEqual({
      speakerIds,
      startedAt: '2026-11-21T02:00:00.000Z',
      endedAt: '2026-11-21T02:02:30.000Z',
      said: 'Sẽ sửa xong trong tháng',
      promise: { what: 'sửa đường', by: '2026-12-31' },
    })
  })

  it('is replaced whole, while on air, after it, and when the answer comes later', async () => {
    await note(onAir, { said: 'một' })
    const { question: answered } = await moderator.move(onAir, 'answer')
    expect((await note(answered)).question.answer).toMatchObject({ said: null, endedAt: null, promise: null })
    const { question: deferred } = await moderator.move(answered, 'defer')
    expect((await note(deferred, { said: 'ba' })).question).toMatchObject({
      state: 'follow_up',
      answer: { said: 'ba' },
    })
    await (await house.as('daodien')).phase(programId, 'ended')
    await note(deferred, { said: 'bốn' })
  })

  it('is refused for what was not on air, and before the air', async () => {
    const waiting = await secretary.log('chờ', {}, programId)
    expect((await note(waiting, {}, 409)).error).toMatchObject({
      code: 'question.move_not_possible',
      details: { question: { id: waiting.id } },
    })
    const early = await moderator.log('sớm', {}, await house.program('open'))
    const { question } = await moderator.move(early, 'defer')
    expect((await note(question, { speakerIds: [] }, 409)).error.code).toBe('program.not_open')
  })

  it('is refused with a speaker who is not on the panel, or an end before the start in any zone', async () => {
    const stranger = await note(onAir, { speakerIds: [randomUUID()] }, 400)
    expect(faultPaths(stranger)).toEqual(['speakerIds'])
    const backwards = await note(onAir, { endedAt: '2026-11-21T08:59:00+07:00' }, 400)
    expect(faultPaths(backwards)).toEqual(['endedAt'])
    expect(backwards.error.details.faults[0].message).toBe('Kết thúc trước khi bắt đầu.')
    const { questions } = await secretary.get(`/api/programs/${programId}/questions`)
    expect(questions[0].answer).toBeNull()
  })

  it('names a speaker once, however often they were ticked', async () => {
    const [speaker] = speakerIds
    const { question } = await note(onAir, { speakerIds: [speaker, speaker] })
    expect(question.answer.speakerIds).toEqual([speaker])
  })

  it('is told to every desk', async () => {
    const desk = await moderator.join(programId)
    await note(onAir, { said: 'đã nói' })
    await desk.until(() => desk.questions.get(onAir.id)?.answer?.said === 'đã nói')
    expect(desk.applied.at(-1)?.cause).toMatchObject({ type: 'question.answer_noted' })
  })
})
