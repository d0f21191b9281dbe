import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import { newPerson } from '../support/people.js'

const ALL = ['secretary', 'moderator', 'producer', 'admin'] as const

describe('another programme', () => {
  let house: House
  let mine: string
  let desk: Desk
  let theirs: StaffQuestion
  let screenId: string
  const their: Record<'topicId' | 'agencyId' | 'speakerId' | 'lineId', string> = {} as never

  beforeAll(async () => {
    house = await House.open()
    mine = await house.program('live')
    desk = await newPerson(house, { roles: ALL, programId: mine })
    theirs = await (await house.as('thuky1')).log('Câu của chương trình kia')
    screenId = (await house.screen('panel')).id
    const moderator = await house.as('duyet1')
    const { program } = await moderator.get(`/api/programs/${house.programId}`)
    const { speakers } = await moderator.get(`/api/programs/${house.programId}/speakers`)
    Object.assign(their, {
      topicId: program.topics[0].id,
      agencyId: program.agencies[0].id,
      lineId: program.lines[0].id,
      speakerId: speakers[0].id,
    })
  })
  afterAll(() => house.close())

  const log = (slip: object) =>
    desk.ask('POST', `/api/programs/${mine}/questions`, { id: randomUUID(), verbatim: 'Của tôi', ...slip })

  /** The answer to their id and to one that nothing has is one and the same. */
  async function expectSame(ask: (id: string) => ReturnType<Desk['ask']>, their: string, status: number) {
    const [real, missing] = [await ask(their), await ask(randomUUID())]
    expect({ status: real.status, error: real.body.error }).toEqual({ status, error: missing.body.error })
  }

  it('lends nothing to a slip', async () => {
    await expectSame(id => log({ topicId: id }), their.topicId, 400)
    await expectSame(id => log({ agencyId: id }), their.agencyId, 400)
    await expectSame(id => log({ line: id }), their.lineId, 400)
    await expectSame(id => log({ sameAsId: id }), theirs.id, 409)
    expect((await desk.get(`/api/programs/${mine}/questions`)).questions).toEqual([])
  })

  it('lends nothing to a move, a correction, an answer or the order', async () => {
    const question = await desk.approved('Câu của tôi', {}, mine)
    const at = `/api/questions/${question.id}`
    const bare = () => ({ id: randomUUID(), version: question.version })
    await expectSame(
      id => desk.ask('POST', `${at}/moves`, { ...bare(), move: 'merge', intoId: id }),
      theirs.id,
      404,
    )
    await expectSame(id => desk.ask('PATCH', at, { ...bare(), topicId: id }), their.topicId, 400)
    await expectSame(id => desk.ask('PATCH', at, { ...bare(), leadSpeakerId: id }), their.speakerId, 400)
    await expectSame(
      id => desk.ask('PATCH', at, { ...bare(), supportingSpeakerIds: [id] }),
      their.speakerId,
      400,
    )
    const { question: onAir } = await desk.take(question, null)
    const said = { startedAt: '2026-11-21T02:00:00Z' }
    await expectSame(
      id => desk.ask('PUT', `${at}/answer`, { id: randomUUID(), speakerIds: [id], ...said }),
      their.speakerId,
      400,
    )
    const order = (questionId: string, after: string | null) =>
      desk.ask('POST', `/api/programs/${mine}/order`, { id: randomUUID(), questionId, after })
    await expectSame(id => order(id, null), theirs.id, 404)
    const next = await desk.approved('Câu sau', {}, mine)
    const [after, nowhere] = [await order(next.id, theirs.id), await order(next.id, randomUUID())]
    expect(after.status).toBeGreaterThanOrEqual(400)
    expect(after.body.error).toEqual(nowhere.body.error)
    expect((await desk.move(onAir, 'answer')).question.state).toBe('answered')
  })

  it('lends nothing to a screen, and is no place to send one', async () => {
    const screens = `/api/programs/${mine}/screens`
    const screen = (rest: object) =>
      desk.ask('POST', screens, { id: randomUUID(), label: 'Của tôi', kind: 'speaker', ...rest })
    await expectSame(id => screen({ speakerId: id }), their.speakerId, 400)
    const own = (await screen({})).body.screenId as string
    const patch = (id: string, rest: object) =>
      desk.ask('PATCH', `/api/screens/${id}`, { id: randomUUID(), ...rest })
    await expectSame(id => patch(own, { programId: id }), house.programId, 404)
    await expectSame(id => patch(own, { speakerId: id }), their.speakerId, 400)
    await expectSame(id => patch(id, { programId: mine }), screenId, 404)
    await expectSame(id => desk.ask('DELETE', `/api/screens/${id}`), screenId, 404)
    expect((await patch(own, { kind: 'overlay', shownQuestionId: theirs.id })).status).toBe(409)
  })

  it('is no model for a new one, and whoever administers one programme makes no other', async () => {
    const limited = await desk.ask('POST', '/api/programs', { id: randomUUID(), title: 'Lén lút' })
    expect({ status: limited.status, code: limited.body.error.code }).toEqual({
      status: 403,
      code: 'access.not_allowed',
    })
    const copy = { id: randomUUID(), title: 'Bản sao', copyOf: house.programId }
    expect((await desk.ask('POST', '/api/programs', copy)).status).toBe(403)
    expect((await (await house.as('quantri')).get('/api/programs')).programs).toHaveLength(2)
  })

  it('keeps its command ids to itself', async () => {
    const used = { id: theirs.id, verbatim: 'Cùng một mã' }
    const answer = await log(used)
    expect({ status: answer.status, error: answer.body.error }).toEqual({
      status: 409,
      error: { code: 'request.id_used', message: expect.any(String) },
    })
    const own = await log({})
    const stranger = await (
      await house.as('thuky1')
    ).ask('POST', `/api/programs/${house.programId}/questions`, {
      id: own.body.question.id,
      verbatim: 'Của tôi',
    })
    expect(stranger.body.error.code).toBe('request.id_used')
  })

  it('is untouched by all this', async () => {
    const { questions } = await (await house.as('duyet1')).get(`/api/programs/${house.programId}/questions`)
    expect(questions).toMatchObject([{ id: theirs.id, state: 'pending', version: 1, askers: [] }])
  })
})
