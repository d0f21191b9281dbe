import { describe, expect, it } from 'vitest'
import {
  FIRST_GUESS_MS,
  answerLength,
  enoughFor,
  timeLeft,
  usualAnswer,
} from '../../client/src/questions/pace.js'
import { deskQuestion } from '../support/desk-questions.js'

const MINUTE = 60_000
const answered = (minutes: number) =>
  deskQuestion({
    state: 'answered',
    onAirSince: '2026-11-21T02:00:00.000Z',
    decidedAt: new Date(Date.parse('2026-11-21T02:00:00.000Z') + minutes * MINUTE).toISOString(),
  })

describe('the time that is left', () => {
  const hour = { plannedStart: '2026-11-21T02:00:00.000Z', plannedMinutes: 60, clockOffsetMs: 0 }

  it('is what was planned less the clock of the house, and less than nothing when it is over', () => {
    const at = (time: string) => Date.parse(`2026-11-21T${time}.000Z`)
    expect(timeLeft(hour, at('02:43:00'))).toBe(17 * MINUTE)
    expect(timeLeft({ ...hour, clockOffsetMs: MINUTE }, at('02:43:00'))).toBe(16 * MINUTE)
    expect(timeLeft(hour, at('03:01:00'))).toBe(-MINUTE)
    expect(timeLeft({ ...hour, plannedStart: null }, at('02:43:00'))).toBeNull()
  })

  it('is enough for as many as an answer usually takes, beside what the present one still needs', () => {
    expect(enoughFor(17 * MINUTE, 3.4 * MINUTE, null)).toBe(5)
    expect(enoughFor(17 * MINUTE, 3.4 * MINUTE, 0)).toBe(4)
    expect(enoughFor(17 * MINUTE, 3.4 * MINUTE, 20 * MINUTE)).toBe(5)
    expect(enoughFor(0, 3 * MINUTE, 0)).toBe(0)
  })
})

describe('how long an answer usually takes', () => {
  it('is guessed before there was one', () => {
    expect(usualAnswer([])).toBe(FIRST_GUESS_MS)
  })

  it('goes over to what was seen, and is not led astray by one that never ended', () => {
    expect(usualAnswer([answered(2)])).toBe((FIRST_GUESS_MS + 2 * MINUTE) / 2)
    expect(usualAnswer([2, 2, 2, 2, 30].map(answered))).toBe(2 * MINUTE)
  })

  it('learns nothing from what was taken by mistake and left the air at once', () => {
    expect(usualAnswer([answered(0.1), answered(0.2)])).toBe(FIRST_GUESS_MS)
  })

  it('is what was written down where somebody wrote it down', () => {
    const answer = {
      speakerIds: [],
      startedAt: '2026-11-21T02:00:00.000Z',
      endedAt: '2026-11-21T02:04:00.000Z',
      said: null,
      promise: null,
    }
    expect(answerLength({ ...answered(9), answer })).toBe(4 * MINUTE)
  })

  it('is not counted for what was never on air, or left it otherwise', () => {
    expect(answerLength(deskQuestion({ state: 'answered', decidedAt: '2026-11-21T02:00:00.000Z' }))).toBe(0)
    expect(answerLength({ ...answered(3), state: 'follow_up' })).toBe(0)
  })
})
