import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../../protocol/question.js'
import type { Answer, Desk } from '../../support/desk.js'
import { report } from '../../support/figures.js'
import { expectNoGap } from '../../support/history.js'
import { House } from '../../support/house.js'
import { seeded } from '../../support/random-hour.js'

const TIMES = 1000
const AT_ONCE = 8
const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000)

describe('a secretary who corrects while a moderator approves, a thousand times', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let editors: Desk[]
  beforeAll(async () => {
    house = await House.open({ instances: 2 })
    secretary = await house.as('thuky1')
    moderator = await house.as('duyet1', { instance: 1 })
    editors = [secretary, await house.as('duyet2')]
  })
  afterAll(() => house.close())

  const correct = (editor: Desk, { id, version }: StaffQuestion, verbatim: string) =>
    editor.ask('PATCH', `/api/questions/${id}`, { id: randomUUID(), version, verbatim })
  const approve = ({ id, version }: StaffQuestion) =>
    moderator.ask('POST', `/api/questions/${id}/moves`, { id: randomUUID(), move: 'approve', version })

  it(`never puts on air what the moderator did not see (seed ${seed})`, async () => {
    const chance = seeded(seed)
    const panel = await (await house.screen('panel')).join()
    const outcomes = { approved: 0, corrected: 0 }
    let left = TIMES
    const round = async () => {
      while (left-- > 0) {
        const seen = await secretary.log('Câu như Người duyệt đã đọc')
        const edits = ['Câu sửa lần một', 'Câu sửa lần hai'].slice(0, chance() < 0.5 ? 1 : 2)
        // Whoever is first by how much is chance; a second correction builds on the first.
        const first = chance() < 0.5
        const editor = editors[chance() < 0.5 ? 0 : 1]!
        const editing = async () => {
          if (!first) await house.database.query('SELECT pg_sleep($1)', [chance() * 0.004])
          const answers: Answer[] = []
          let latest = seen
          for (const text of edits) {
            answers.push(await correct(editor, latest, text))
            latest = answers.at(-1)!.body.question ?? latest
          }
          return answers
        }
        const approving = async () => {
          if (first) await house.database.query('SELECT pg_sleep($1)', [chance() * 0.012])
          return approve(seen)
        }
        const [edited, approval] = await Promise.all([editing(), approving()])
        const { question } = await expectOneOutcome(seen, editor, edited, approval)
        if (approval.status === 200) outcomes.approved++
        else outcomes.corrected++
        const shown = () => panel.questions.get(question.id)
        if (question.state === 'approved') await panel.until(() => shown()?.text === seen.verbatim)
        else expect(shown()).toBeUndefined()
      }
    }

    /** Either the text as it was seen is approved and no correction went in, or the moderator is shown the correction. */
    async function expectOneOutcome(seen: StaffQuestion, editor: Desk, edited: Answer[], approval: Answer) {
      const [row] = await house.database.query<StaffQuestion>(
        'SELECT id, state, version, verbatim, wording FROM question WHERE id = $1',
        [seen.id],
      )
      const done = edited.filter(({ status }) => status === 200)
      if (approval.status === 200) {
        expect(row).toMatchObject({ state: 'approved', verbatim: seen.verbatim, wording: seen.verbatim })
        expect(done).toEqual([])
        // Approved is the moderators' alone: a secretary is told that, a moderator what it is now.
        const { code, details } = edited[0]!.body.error
        if (editor === secretary) expect(code).toBe('access.not_allowed')
        else
          expect({ code, details }).toMatchObject({
            code: 'question.stale',
            details: { question: { state: 'approved', wording: seen.verbatim } },
          })
      } else {
        expect(done).toHaveLength(edited.length)
        expect(row).toMatchObject({ state: 'pending', wording: null, version: 1 + edited.length })
        expect(approval.body.error).toMatchObject({ code: 'question.stale' })
        // What the moderator compares with his own: a correction, and never the text that he has.
        expect(edited.map(({ body }) => body.question.verbatim)).toContain(
          approval.body.error.details.question.verbatim,
        )
      }
      return { question: row! }
    }

    await Promise.all(Array.from({ length: AT_ONCE }, round))
    report('corrected while approved', outcomes)
    expect(outcomes.approved).toBeGreaterThan(TIMES / 20)
    expect(outcomes.corrected).toBeGreaterThan(TIMES / 20)
    await expectNoGap(house.database, house.programId)
  })
})
