import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QuestionState } from '../../protocol/question.js'
import { OUTCOMES, rejections, tallied } from '../../client/src/questions/fairness.js'
import { loads } from '../../client/src/questions/load.js'
import { byId, deskQuestion } from '../support/desk-questions.js'

describe('the tables of fairness', () => {
  it('count every question once, and lose none', () => {
    const any = fc.record({
      state: fc.constantFrom(
        ...QuestionState.options.filter(state => !['merged', 'diverted'].includes(state)),
      ),
      topicId: fc.constantFrom('a', 'b', null),
    })
    fc.assert(
      fc.property(fc.array(any), parts => {
        const tallies = tallied(byId(parts.map(part => deskQuestion(part))), ({ topicId }) => topicId)
        const sum = (of: (tally: (typeof tallies)[number]) => number) =>
          tallies.reduce((count, tally) => count + of(tally), 0)
        expect(sum(({ logged }) => logged)).toBe(parts.length)
        for (const tally of tallies)
          expect(OUTCOMES.reduce((count, outcome) => count + tally[outcome], 0)).toBe(tally.logged)
      }),
    )
  })

  it('give an asker what became of the question that he joined', () => {
    const lead = deskQuestion({ state: 'answered', topicId: 'land' })
    const asker = deskQuestion({ state: 'merged', mergedIntoId: lead.id, topicId: 'tax' })
    expect(tallied(byId([lead, asker]), ({ topicId }) => topicId)).toMatchObject([
      { key: 'land', logged: 1, answered: 1 },
      { key: 'tax', logged: 1, answered: 1 },
    ])
  })

  it('stand with the most first, and last what is not known', () => {
    const of = (topicId: string | null) => deskQuestion({ topicId })
    const questions = byId([of(null), of(null), of(null), of('tax'), of('land'), of('land')])
    expect(tallied(questions, ({ topicId }) => topicId).map(({ key }) => key)).toEqual(['land', 'tax', null])
  })

  it('name every rejection in the order in which they were decided', () => {
    const at = (decidedAt: string) => deskQuestion({ state: 'rejected', decidedAt })
    const [late, early] = [at('2026-11-21T02:30:00.000Z'), at('2026-11-21T02:10:00.000Z')]
    expect(rejections(byId([late, deskQuestion(), early]))).toEqual([early, late])
  })
})

describe('the load of a speaker', () => {
  const panel = [{ id: 'hai' }, { id: 'thu' }]
  const times = { onAirSince: '2026-11-21T02:00:00.000Z', decidedAt: '2026-11-21T02:03:00.000Z' }

  it('is what is approved for him and on air, and what he answered for how long', () => {
    expect(
      loads(
        [
          deskQuestion({ state: 'approved', leadSpeakerId: 'hai' }),
          deskQuestion({ state: 'on_air', leadSpeakerId: 'hai' }),
          deskQuestion({ state: 'pending', leadSpeakerId: 'hai' }),
          deskQuestion({ state: 'answered', leadSpeakerId: 'thu', ...times }),
          deskQuestion({ state: 'approved' }),
        ],
        panel,
      ),
    ).toEqual([
      { speakerId: 'hai', waiting: 2, answered: 0, time: 0 },
      { speakerId: 'thu', waiting: 0, answered: 1, time: 180_000 },
      { speakerId: null, waiting: 1, answered: 0, time: 0 },
    ])
  })

  it('counts who did answer, where that was written down', () => {
    const { onAirSince: startedAt, decidedAt: endedAt } = times
    const answer = { speakerIds: ['hai', 'thu'], startedAt, endedAt, said: null, promise: null }
    const [hai, thu] = loads([deskQuestion({ state: 'answered', leadSpeakerId: 'thu', answer })], panel)
    expect([hai, thu]).toMatchObject([
      { answered: 1, time: 180_000 },
      { answered: 1, time: 180_000 },
    ])
  })
})
