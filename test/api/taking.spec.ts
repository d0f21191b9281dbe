import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'

describe('taking a question on air', () => {
  let house: House
  let moderator: Desk
  let programId: string
  let first: StaffQuestion
  let second: StaffQuestion
  let third: StaffQuestion
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
  })
  beforeEach(async () => {
    programId = await house.program('live')
    first = await moderator.approved('câu một', {}, programId)
    second = await moderator.approved('câu hai', {}, programId)
    third = await moderator.approved('câu ba', {}, programId)
  })
  afterAll(() => house.close())

  const now = async (question: { id: string }): Promise<StaffQuestion> =>
    (await moderator.get(`/api/programs/${programId}/questions`)).questions.find(
      (one: StaffQuestion) => one.id === question.id,
    )
  const running = async () =>
    (await moderator.get(`/api/programs/${programId}/questions?state=approved`)).questions
      .sort((one: StaffQuestion, other: StaffQuestion) => (one.order! < other.order! ? -1 : 1))
      .map((question: StaffQuestion) => question.verbatim)

  it('makes what was there answered', async () => {
    await moderator.take(first, null)
    await moderator.take(second, first.id)
    expect(await now(first)).toMatchObject({ state: 'answered', version: 4 })
    expect(await now(second)).toMatchObject({ state: 'on_air' })
  })

  it('puts what was there first in order when that is said', async () => {
    await moderator.take(first, null)
    await moderator.move(third, 'take', { believedOnAirId: first.id, then: 'approved' })
    expect(await running()).toEqual(['câu một', 'câu hai'])
    expect(await now(first)).toMatchObject({ onAirSince: null })
  })

  it('is refused when something else is on air than its sender believed', async () => {
    const wrong = await moderator.take(first, second.id, 409)
    expect(wrong.error).toMatchObject({ code: 'program.changed_on_air', details: { onAirId: null } })
    await moderator.take(first, null)
    const late = await moderator.take(second, null, 409)
    expect(late.error).toMatchObject({ code: 'program.changed_on_air', details: { onAirId: first.id } })
    expect(await now(first)).toMatchObject({ state: 'on_air' })
  })

  it('has one winner when two moderators take at once', async () => {
    const other = await house.as('duyet2')
    const answers = await Promise.all(
      [moderator, other].map((desk, index) =>
        desk.ask('POST', `/api/questions/${[first, second][index]!.id}/moves`, {
          id: crypto.randomUUID(),
          move: 'take',
          version: 2,
          believedOnAirId: null,
        }),
      ),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
    const { questions } = await moderator.get(`/api/programs/${programId}/questions?state=on_air`)
    expect(questions).toHaveLength(1)
  })

  it('gives the air to whoever takes first while nobody holds it, and raises no version by that', async () => {
    const before = (await moderator.get(`/api/programs/${programId}`)).program
    expect(before.airHolder).toBeNull()
    await moderator.take(first, null)
    const other = await house.as('duyet2')
    await other.take(second, first.id)
    const { program } = await moderator.get(`/api/programs/${programId}`)
    expect(program).toEqual({ ...before, airHolder: { id: expect.any(String), name: 'duyet1' } })
  })

  it.each(['answered', 'approved'])('is undone with what it made %s, in one revision', async then => {
    const { question: onAir } = await moderator.take(first, null)
    const command = { believedOnAirId: first.id, then }
    const { question: taken, revision } = await moderator.move(second, 'take', command)
    expect((await moderator.move(taken, 'undo')).revision).toBe(revision + 1)
    expect(await running()).toEqual(['câu hai', 'câu ba'])
    expect(await now(first)).toMatchObject({ state: 'on_air', onAirSince: onAir.onAirSince, version: 5 })
  })

  it('is not undone once the displaced one was changed', async () => {
    await moderator.take(first, null)
    const { question: taken } = await moderator.take(second, first.id)
    await moderator.move(await now(first), 'defer')
    const refused = await moderator.move(taken, 'undo', {}, 409)
    expect(refused.error.code).toBe('question.move_not_possible')
    expect(await now(second)).toMatchObject({ state: 'on_air' })
  })

  it('leaves no room for an undo that would put a second one on air', async () => {
    const { question: onAir } = await moderator.take(first, null)
    const { question: answered } = await moderator.move(onAir, 'answer')
    await moderator.take(second, null)
    const refused = await moderator.move(answered, 'undo', {}, 409)
    expect(refused.error).toMatchObject({
      code: 'question.move_not_possible',
      details: { question: { id: first.id, state: 'answered' } },
    })
  })
})
