import { describe, expect, it } from 'vitest'
import { type Step, nextStep } from '../../client/src/moderator/on-air-steps.js'
import type { QuestionState } from '../../protocol/question.js'

/** What each step makes of a question. */
const BECOMES: Record<Step, QuestionState> = {
  withdraw: 'pending',
  approve: 'approved',
  revise: 'approved',
  take: 'on_air',
}

function walk(from: QuestionState): string[] {
  const steps: string[] = []
  let state = from
  let corrected = false
  for (let count = 0; count < 10; count++) {
    const step = nextStep(state, corrected)
    steps.push(step)
    if (step === 'done' || step === 'stopped') return steps
    state = BECOMES[step]
    corrected ||= step === 'approve' || step === 'revise'
  }
  throw new Error(`never ends: ${steps.join(' ')}`)
}

describe('correcting the question on air', () => {
  it('takes it off the screens before a word of it is changed', () => {
    expect(walk('on_air')).toEqual(['withdraw', 'approve', 'take', 'done'])
  })

  it('goes on from where a refusal left it', () => {
    expect(walk('pending')).toEqual(['approve', 'take', 'done'])
    expect(walk('returned')).toEqual(['approve', 'take', 'done'])
  })

  it('never puts back on air what somebody else approved without the correction', () => {
    expect(walk('approved')).toEqual(['revise', 'take', 'done'])
  })

  it('stops where somebody decided otherwise', () => {
    const elsewhere = ['answered', 'follow_up', 'merged', 'rejected', 'advised', 'diverted'] as const
    for (const state of elsewhere) expect(walk(state)).toEqual(['stopped'])
  })
})
