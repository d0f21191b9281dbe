import { describe, expect, it } from 'vitest'
import { similarNow, worthAsking } from '../../client/src/questions/similar.js'
import { numbered, storeOf } from '../support/desk-questions.js'
import { STATES, idOf } from '../support/scenes.js'

describe('what is asked for likely duplicates', () => {
  it.each([
    ['', ''],
    ['   ', '0939'],
    ['so', ''],
    ['sổ đỏ', ''],
    ['đường', '093.900'],
    ['!!! ???', ''],
  ])('is nothing for %j and %j', (text, phone) => {
    expect(worthAsking(text, phone)).toBeNull()
  })

  it('is the text, the number, or both, whatever says enough', () => {
    expect(worthAsking(' sổ đỏ địa chỉ cũ ', '')).toEqual({ text: 'sổ đỏ địa chỉ cũ' })
    expect(worthAsking('sổ', ' 0939.000.112 ')).toEqual({ phone: '0939.000.112' })
    expect(worthAsking('sổ đỏ cũ', '0939000112')).toEqual({ text: 'sổ đỏ cũ', phone: '0939000112' })
  })
})

describe('a likely duplicate', () => {
  const hit = (number: number, rest = {}) => ({
    question: numbered(number, rest),
    score: 0.8,
    samePhone: false,
  })

  it('is shown as it is now, not as it was when asked', () => {
    const store = storeOf(numbered(12, { state: 'on_air' }))
    const [shown] = similarNow([hit(12)], store.questions)
    expect(shown).toMatchObject({ question: { state: 'on_air' }, joinable: true, score: 0.8 })
  })

  it('that was diverted meanwhile is not shown', () => {
    expect(similarNow([hit(12)], storeOf().questions)).toEqual([])
  })

  it('that was merged leads to its lead, which stands there once', () => {
    const merged = { state: 'merged' as const, mergedIntoId: idOf(12) }
    const store = storeOf(numbered(12, { state: 'approved' }), numbered(14, merged), numbered(15, merged))
    const shown = similarNow([hit(14), hit(12), hit(15)], store.questions)
    expect(shown.map(one => [one.question.number, one.lead.number, one.joinable])).toEqual([[14, 12, true]])
  })

  it('is never the question itself, nor who was joined to it', () => {
    const joined = numbered(14, { state: 'merged', mergedIntoId: idOf(12) })
    const store = storeOf(numbered(12), joined, numbered(16))
    const shown = similarNow([hit(12), hit(14), hit(16)], store.questions, idOf(12))
    expect(shown.map(one => one.question.number)).toEqual([16])
  })

  it.each(STATES.filter(state => state !== 'merged'))('in state %s is joinable as the rules say', state => {
    const [shown] = similarNow([hit(12)], storeOf(numbered(12, { state })).questions)
    const joinable = ['pending', 'returned', 'approved', 'on_air', 'answered', 'follow_up'].includes(state)
    expect(shown!.joinable).toBe(joinable)
  })
})
