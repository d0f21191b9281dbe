import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'

describe('the running order', () => {
  let house: House
  let moderator: Desk
  let programId: string
  let a: StaffQuestion
  let b: StaffQuestion
  let c: StaffQuestion
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
  })
  beforeEach(async () => {
    programId = await house.program('live')
    a = await moderator.approved('a', {}, programId)
    b = await moderator.approved('b', {}, programId)
    c = await moderator.approved('c', {}, programId)
  })
  afterAll(() => house.close())

  const order = (question: { id: string }, after: { id: string } | null, status = 200, id = randomUUID()) =>
    moderator.post(
      `/api/programs/${programId}/order`,
      { id, questionId: question.id, after: after && after.id },
      status,
    )
  const approved = async (): Promise<StaffQuestion[]> =>
    (await moderator.get(`/api/programs/${programId}/questions?state=approved`)).questions.sort(
      (one: StaffQuestion, other: StaffQuestion) => (one.order! < other.order! ? -1 : 1),
    )
  const words = async () => (await approved()).map(question => question.verbatim).join('')

  it('is the order of approval', async () => {
    expect(await words()).toBe('abc')
  })

  it('puts a question after another, first, and last', async () => {
    await order(a, b)
    expect(await words()).toBe('bac')
    await order(c, null)
    expect(await words()).toBe('cba')
    await order(c, a)
    expect(await words()).toBe('bac')
    await order(b, null)
    expect(await words()).toBe('bac')
  })

  it('raises no version', async () => {
    await order(c, null)
    expect((await approved()).map(question => question.version)).toEqual([2, 2, 2])
    await moderator.move(c, 'withdraw')
  })

  it('is refused after one that was withdrawn, after itself and after an unknown one', async () => {
    await moderator.move(b, 'withdraw')
    for (const after of [b, a, { id: randomUUID() }]) {
      const refused = await order(a, after, 409)
      expect(refused.error).toMatchObject({
        code: 'question.move_not_possible',
        details: { question: { id: a.id, state: 'approved' } },
      })
    }
    expect(await words()).toBe('ac')
  })

  it('is refused for what is not approved and for another programme’s', async () => {
    const pending = await moderator.log('chờ', {}, programId)
    await order(pending, null, 409)
    const foreign = await moderator.approved('khác', {}, house.programId)
    await order(foreign, null, 404)
    await order(a, foreign, 409)
  })

  it('is carried out once for the same command', async () => {
    const id = randomUUID()
    const first = await order(c, null, 200, id)
    await order(a, null)
    expect(await order(c, null, 200, id)).toEqual(first)
    expect(await words()).toBe('acb')
  })

  it('stays whole when two moderators reorder at once', async () => {
    const other = await house.as('duyet2')
    const all = [a, b, c]
    await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        (index % 2 ? moderator : other).post(`/api/programs/${programId}/order`, {
          id: randomUUID(),
          questionId: all[index % 3]!.id,
          after: index % 4 === 0 ? null : all[(index + 1) % 3]!.id,
        }),
      ),
    )
    const places = (await approved()).map(question => question.order)
    expect(new Set(places).size).toBe(3)
  })

  it('recalls to the first place, approves to the last, and a withdrawal undone finds its neighbours', async () => {
    const { question: withdrawn } = await moderator.move(b, 'withdraw')
    await moderator.move(withdrawn, 'undo')
    expect(await words()).toBe('abc')
    const { question: taken } = await moderator.take(c, null)
    await moderator.move(taken, 'recall')
    expect(await words()).toBe('cab')
    await moderator.approved('d', {}, programId)
    expect(await words()).toBe('cabd')
  })
})
