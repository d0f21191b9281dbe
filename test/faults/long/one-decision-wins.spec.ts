import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../../protocol/question.js'
import type { Desk } from '../../support/desk.js'
import { report } from '../../support/figures.js'
import { expectInOrder, expectNoGap } from '../../support/history.js'
import { House } from '../../support/house.js'

const QUESTIONS = 1000
/** So many questions are fought over at once, by eight each. */
const AT_ONCE = 10
const DECISIONS = [{ move: 'approve' }, { move: 'reject', reason: { code: 'out_of_scope' } }]

describe('eight moderators who decide the same question in the same instant, a thousand times', () => {
  let house: House
  let moderators: Desk[]
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    moderators = [await house.as('duyet1'), await house.as('duyet2', { instance: 1 })]
  })
  afterAll(() => house.close())

  const decide = (question: StaffQuestion, index: number) =>
    moderators[index % 2]!.ask('POST', `/api/questions/${question.id}/moves`, {
      id: randomUUID(),
      version: question.version,
      // Both verbs from both instances.
      ...DECISIONS[(index >> 1) % 2],
    })

  it('have one who wins; seven are told who it was, and there is one entry and one picture', async () => {
    const secretary = await house.as('thuky1')
    const panels = [
      await (await house.screen('panel')).join(),
      await (await house.screen('panel', { instance: 1 })).join(),
    ]
    const starts = panels.map(({ applied, revision }) => applied[0]?.from ?? revision)
    const wins = new Map<string, number>()
    const states = new Map<string, string>()
    let left = QUESTIONS
    const fight = async () => {
      while (left-- > 0) {
        const question = await secretary.log('Câu nhiều người cùng quyết định')
        const answers = await Promise.all(
          Array.from({ length: 8 }, (_none, index) => decide(question, index)),
        )
        expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
        const won = answers.find(({ status }) => status === 200)!.body.question as StaffQuestion
        for (const { body } of answers.filter(({ status }) => status === 409))
          expect(body.error).toMatchObject({
            code: 'question.stale',
            details: {
              question: { state: won.state, decidedBy: won.decidedBy, decidedAt: won.decidedAt, version: 2 },
            },
          })
        states.set(question.id, won.state)
        const who = `${won.decidedBy!.name} ${won.state}`
        wins.set(who, (wins.get(who) ?? 0) + 1)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, fight))

    report('decided at once', Object.fromEntries(wins))
    const entries = await expectNoGap(house.database, house.programId)
    const decided = entries.filter(({ targetId, type }) => states.has(targetId) && type !== 'question.logged')
    expect(decided).toHaveLength(QUESTIONS)
    expect(new Set(decided.map(({ targetId }) => targetId)).size).toBe(QUESTIONS)
    const rows = await house.database.query<{ id: string; state: string; version: number }>(
      'SELECT id, state, version FROM question',
    )
    expect(new Map(rows.map(({ id, state }) => [id, state]))).toEqual(states)
    const approved = rows.filter(({ state }) => state === 'approved').map(({ id }) => id)
    for (const [at, panel] of panels.entries()) {
      await panel.until(() => panel.revision === entries.length)
      expectInOrder(panel, starts[at]!, entries.length)
      expect([...panel.questions.keys()].sort()).toEqual(approved.sort())
    }
  })
})
