import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../support/house.js'
import { type Marks, found, spellings } from '../support/marks.js'
import { type Asked, Show } from '../support/show.js'

const GLASS = ['panel', 'speaker', 'host', 'overlay'] as const

type Step = {
  deed: 'log' | 'move' | 'correct' | 'answer' | 'cue' | 'pry' | 'stir' | 'tell'
  which: number
  how: number
}

const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.oneof(
    { weight: 4, arbitrary: fc.constant('log' as const) },
    { weight: 12, arbitrary: fc.constant('move' as const) },
    { weight: 2, arbitrary: fc.constantFrom('correct' as const, 'answer' as const, 'cue' as const) },
    { weight: 1, arbitrary: fc.constantFrom('pry' as const, 'stir' as const, 'tell' as const) },
  ),
  which: fc.nat(10_000),
  how: fc.nat(10_000),
})

async function take(show: Show, { deed, which, how }: Step): Promise<void> {
  if (deed === 'log' || show.questions.length === 0) return show.log(how % 2 === 0)
  const question = show.questions[which % show.questions.length]!
  const other = show.questions[how % show.questions.length]!
  if (deed === 'correct') return show.correct(question)
  if (deed === 'answer') return show.noteAnswer(question)
  if (deed === 'cue') return show.cue(question)
  if (deed === 'pry') return show.pry(question)
  if (deed === 'stir') return show.stir(question)
  if (deed === 'tell') return show.tell(question)
  const { moves } = question
  if (moves.length > 0) await show.move(question, moves[how % moves.length]!, other)
}

/** What neither a screen nor the producer may ever hold. */
const secretOf = ({ phone, verbatim, note, name, organisation, mayReadName }: Marks) => [
  ...spellings(phone),
  verbatim,
  note,
  ...(mayReadName ? [] : [name, organisation]),
]
/** What is the staff's, the producer's too, and no screen's. */
const innerOf = ({ reason, said }: Marks) => [reason, said]
/** What becomes everybody's only when somebody approves it. */
const untoldOf = ({ id, marks }: Asked) => [id, marks.wording, marks.name, marks.organisation]

describe('what a caller said in confidence', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open()
  })
  afterAll(() => house.close())

  it('reaches no screen and no producer, whatever happens to the question', async () => {
    const proof = fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 90 }), async steps => {
        const show = await Show.begin(house)
        try {
          for (const taken of steps) await take(show, taken)
          await show.settle()
          expectNothingTold(show)
        } finally {
          show.leave()
        }
      }),
      { numRuns: 4, endOnFailure: true },
    )
    await expect(proof).resolves.toBeUndefined()
  })

  it('would be found where it may be, or the search proves nothing', async () => {
    const show = await Show.begin(house)
    await show.log(true)
    await show.log(false)
    const [open, closed] = show.questions as [Asked, Asked]
    await show.correct(closed)
    for (const question of [open, closed]) await show.move(question, 'approve', question)
    await show.move(open, 'take', open)
    await show.noteAnswer(open)
    await show.cue(open)
    await show.tell(open)
    await show.settle()
    const heard = (who: keyof Show['received']) => show.received[who].join('\n')
    const { marks } = open
    expect(found(heard('moderator'), secretOf(marks))).toContain(marks.phone.slice(1))
    expect(found(heard('moderator'), [...secretOf(closed.marks), ...innerOf(marks)])).toEqual(
      expect.arrayContaining([closed.marks.name, closed.marks.verbatim, marks.said]),
    )
    for (const kind of GLASS)
      expect(found(heard(kind), [open.id, marks.wording, marks.name, marks.organisation])).toHaveLength(4)
    for (const kind of ['panel', 'speaker', 'host'] as const)
      expect(found(heard(kind), [closed.id, closed.marks.wording])).toHaveLength(2)
    expect(found(heard('producer'), [marks.said, marks.name, closed.marks.wording])).toHaveLength(3)
    expectNothingTold(show)
    show.leave()
  })
})

function expectNothingTold(show: Show): void {
  const never = show.questions.filter(({ id }) => !show.approved.has(id))
  const secret = show.questions.flatMap(({ marks }) => secretOf(marks))
  const inner = show.questions.flatMap(({ marks }) => innerOf(marks))
  const producer = show.received.producer.join('\n')
  expect(found(producer, [...secret, 'found by'])).toEqual([])
  for (const kind of GLASS) {
    const heard = show.received[kind].join('\n')
    const told = [...secret, ...inner, ...never.flatMap(untoldOf)]
    expect({ kind, found: found(heard, told) }).toEqual({ kind, found: [] })
    expect(heard).not.toMatch(
      /"(verbatim|note|caller|phone|mayKeep|loggedBy|decidedBy|reason|cause|airHolder|by|to)"/,
    )
  }
  const uncued = show.questions.filter(({ id }) => !show.cued.has(id))
  expect(found(show.received.overlay.join('\n'), uncued.flatMap(untoldOf))).toEqual([])
}
