import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Snapshot } from '../../protocol/live.js'
import { Program, ScreenProgram } from '../../protocol/program.js'
import { ProducerQuestion, ScreenQuestion, StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'
import { caller, expectView } from '../support/slips.js'

const VIEWS = {
  desk: { program: Program, questions: z.array(StaffQuestion) },
  producer: { program: Program, questions: z.array(ProducerQuestion) },
  screen: { program: ScreenProgram, questions: z.array(ScreenQuestion) },
}

describe('the snapshot that a socket joins with', () => {
  let house: House
  let moderator: Desk
  let onAirId: string
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
    const { program } = await moderator.get(`/api/programs/${house.programId}`)
    const slip = { topicId: program.topics[0].id, note: 'ghi chú', caller: caller() }
    const { question } = await moderator.take(await moderator.approved('Câu trên sóng', slip), null)
    onAirId = question.id
    const next = await moderator.approved('Câu kế', slip)
    await moderator.log('cùng hỏi', { sameAsId: next.id, caller: caller() })
    await moderator.log('Chờ duyệt', slip)
    await moderator.log('', { diverted: true, verbatim: undefined })
  })
  afterAll(() => house.close())

  async function snapshotOf(client: LiveClient, join: object): Promise<Snapshot> {
    const { snapshot } = await client.ask('live:join', { protocol: 1, ...join })
    expectView(Snapshot, snapshot)
    return snapshot
  }
  const states = (snapshot: Snapshot) => snapshot.questions.map(question => question.state)

  it.each([
    ['thuky1', 'desk', false],
    ['duyet1', 'desk', true],
    ['daodien', 'producer', true],
  ] as const)('is for %s all questions but the diverted, in his own view', async (name, view, receipts) => {
    await house.screen('panel')
    const desk = await house.as(name)
    const snapshot = await snapshotOf(await desk.socket(), { programId: house.programId })
    expectView(VIEWS[view].program, snapshot.program)
    expectView(VIEWS[view].questions, snapshot.questions)
    expect(states(snapshot)).toEqual(['on_air', 'approved', 'merged', 'pending'])
    expect(snapshot.speakers).toHaveLength(3)
    expect(snapshot.screens!.length).toBeGreaterThan(0)
    expect(snapshot.people!.map(person => person.name)).toContain(name)
    expect('receipts' in snapshot).toBe(receipts)
    expect(snapshot).not.toHaveProperty('me')
    const { questions } = await desk.get(`/api/programs/${house.programId}/questions`)
    expect(snapshot.questions).toEqual(questions.toReversed())
    expect(snapshot.program).toEqual((await desk.get(`/api/programs/${house.programId}`)).program)
  })

  it.each(['panel', 'speaker', 'host'] as const)('is for a %s what is approved or on air', async kind => {
    const screen = await house.screen(kind)
    const snapshot = await snapshotOf(await screen.connect(), {})
    expectView(VIEWS.screen.program, snapshot.program)
    expectView(VIEWS.screen.questions, snapshot.questions)
    expect(states(snapshot)).toEqual(['on_air', 'approved'])
    expect(snapshot.questions[0]).toMatchObject({
      topic: 'Đất đai',
      text: 'Câu trên sóng',
      callerLine: 'Anh Nguyễn Thanh Hải – phường Tân An',
    })
    expect(snapshot.me).toEqual({
      screenId: screen.id,
      label: `Màn hình ${kind}`,
      kind,
      speakerId: null,
      shownQuestionId: null,
      identify: false,
      testCard: false,
    })
    expect(Object.keys(snapshot).sort()).toEqual(
      [
        'at',
        'me',
        'messages',
        'program',
        'programId',
        'protocol',
        'questions',
        'revision',
        'speakers',
      ].sort(),
    )
    for (const secret of ['ghi chú', '0939.000.112', '939000112', 'duyet1', 'mayKeep', 'Chờ duyệt'])
      expect(JSON.stringify(snapshot)).not.toContain(secret)
  })

  it('is for an overlay only the question that it is cued for', async () => {
    const screen = await house.screen('overlay')
    expect((await snapshotOf(await screen.connect(), {})).questions).toEqual([])
    await (
      await house.as('daodien')
    ).patch(`/api/screens/${screen.id}`, {
      id: randomUUID(),
      shownQuestionId: onAirId,
    })
    const snapshot = await snapshotOf(await screen.connect(), {})
    expectView(VIEWS.screen.questions, snapshot.questions)
    expect(snapshot.questions.map(question => question.id)).toEqual([onAirId])
    expect(snapshot.me).toMatchObject({ kind: 'overlay', shownQuestionId: onAirId })
  })

  it('is refused for another protocol, another programme, without one, and to an administrator', async () => {
    const secretary = await (await house.as('thuky1')).socket()
    const code = async (client: LiveClient, join: unknown) => (await client.ask('live:join', join)).error.code
    const { programId } = house
    expect(await code(secretary, { programId, protocol: 2 })).toBe('request.invalid')
    expect(await code(secretary, { protocol: 1 })).toBe('request.invalid')
    expect(await code(secretary, { programId, protocol: 1, role: 'moderator' })).toBe('request.invalid')
    expect(await code(secretary, { programId: randomUUID(), protocol: 1 })).toBe('program.not_found')
    expect(await code(await (await house.as('quantri')).socket(), { programId, protocol: 1 })).toBe(
      'access.not_allowed',
    )
    const screen = await (await house.screen('panel')).connect()
    const other = await house.program()
    expect(await code(screen, { programId: other, protocol: 1 })).toBe('program.not_found')
    expect((await screen.ask('live:join', { programId, protocol: 1 })).ok).toBe(true)
  })
})
