import { describe, expect, it } from 'vitest'
import { held } from '../../client/src/moderator/held-column.js'
import { byId, deskQuestion } from '../support/desk-questions.js'

describe('a column that a hand is on', () => {
  const [a, b, c] = [1, 2, 3].map(number => deskQuestion({ number }))
  const kept = [a!.id, b!.id]
  const base = { kept, openId: null, mine: new Set<string>() }

  it('lets arrivals wait, counted, with the urgent ones said', () => {
    const urgent = deskQuestion({ number: 4, priority: 'urgent' })
    const live = [urgent, a!, b!, c!]
    const { shown, news } = held({ ...base, live, questions: byId(live) })
    expect(shown).toEqual([a, b])
    expect(news).toEqual({ count: 2, urgent: 1 })
  })

  it('keeps in its place, as it is now, what somebody else decided', () => {
    const decided = { ...a!, state: 'approved' as const }
    const { shown } = held({ ...base, live: [b!], questions: byId([decided, b!]) })
    expect(shown).toEqual([decided, b])
  })

  it('lets go at once what was moved from here, and takes in what was moved here', () => {
    const questions = byId([{ ...a!, state: 'approved' }, b!, c!])
    const mine = new Set([a!.id, c!.id])
    expect(held({ ...base, mine, live: [b!, c!], questions }).shown).toEqual([b, c])
  })

  it('drops what was erased', () => {
    expect(held({ ...base, live: [b!], questions: byId([b!]) }).shown).toEqual([b])
  })
})
