import { describe, expect, it } from 'vitest'
import type { Question } from '../../server/questions/domain/question.js'
import { STATES, after, caller, code, decided, idOf, kept, question, scene } from '../support/scenes.js'

const JOINABLE = ['pending', 'returned', 'approved', 'on_air', 'answered', 'follow_up']
const askers = [
  { id: idOf(4), number: 4, caller: caller({ name: 'Tư' }) },
  { id: idOf(5), number: 5, caller: null },
]
const asker = (number: number, into: number, rest: Partial<Question> = {}) =>
  question(number, 'merged', { mergedIntoId: idOf(into), ...rest })

const into = (target: Question, others: Question[] = [], present = question(1, 'pending')) =>
  decided(scene(present, [target, ...others]), 'merge', { intoId: target.id })

describe('a merge', () => {
  it.each(STATES.filter(state => state !== 'merged'))('into a question that is %s is decided', state => {
    const expected = JOINABLE.includes(state) ? 'allowed' : 'question.not_joinable'
    expect(code(() => into(question(2, state)))).toBe(expected)
  })

  it('goes to the lead of what is itself merged', () => {
    const decision = into(asker(2, 3), [question(3, 'approved')])
    expect(decision.questions[0]).toMatchObject({ state: 'merged', mergedIntoId: idOf(3), order: null })
    expect(decision.leadIds).toEqual([idOf(3)])
  })

  it('is refused into itself, into its own asker, and into what is not there', () => {
    const lead = question(1, 'pending', { askers: [{ id: idOf(2), number: 2, caller: null }] })
    expect(code(() => into(lead, [], lead))).toBe('question.merge_circle')
    expect(code(() => into(asker(2, 1), [], lead))).toBe('question.merge_circle')
    expect(code(() => decided(scene(lead), 'merge', { intoId: idOf(2) }))).toBe('question.not_found')
  })

  it('brings the askers of a lead along', () => {
    const decision = into(question(2, 'pending'), [], question(1, 'approved', { askers }))
    expect(decision.adopt).toEqual({ askerIds: [idOf(4), idOf(5)], leadId: idOf(2) })
    expect(decision.questions[0]).toMatchObject({ state: 'merged', askers: [] })
  })

  it('leaves the lead and its version alone', () => {
    expect(into(question(2, 'pending')).questions.map(one => one.id)).toEqual([idOf(1)])
  })
})

describe('a split', () => {
  it('gives the question back to the queue and tells the lead', () => {
    const decision = decided(scene(asker(1, 2)), 'split')
    expect(decision.questions[0]).toMatchObject({ state: 'pending', mergedIntoId: null })
    expect(decision.leadIds).toEqual([idOf(2)])
  })
})

describe('an undo of a merge', () => {
  const lead = question(2, 'pending')
  const merged = kept(after(scene(question(1, 'pending', { askers }), [lead]), 'merge', { intoId: lead.id }))

  it('brings its askers back, by number, as the answer shows at once', () => {
    const brought = [asker(5, 2), asker(4, 2, { caller: askers[0]!.caller })]
    const decision = decided(scene(merged, [lead, ...brought]), 'undo')
    expect(decision.adopt).toEqual({ askerIds: [idOf(4), idOf(5)], leadId: idOf(1) })
    expect(decision.leadIds).toEqual([idOf(2)])
    expect(decision.questions[0]).toMatchObject({ state: 'pending', mergedIntoId: null, askers })
  })

  it('leaves those alone who were split off or went elsewhere since', () => {
    const decision = decided(scene(merged, [lead, question(4, 'pending'), asker(5, 3)]), 'undo')
    expect(decision).not.toHaveProperty('adopt')
    expect(decision.questions[0]!.askers).toEqual([])
  })

  it('takes them from where the lead was merged meanwhile', () => {
    const moved = { ...merged, mergedIntoId: idOf(3) }
    const decision = decided(scene(moved, [asker(2, 3), asker(4, 3), asker(5, 3)]), 'undo')
    expect(decision.leadIds).toEqual([idOf(3)])
    expect(decision.adopt).toEqual({ askerIds: [idOf(4), idOf(5)], leadId: idOf(1) })
  })
})

describe('an undo of a split', () => {
  const split = kept(after(scene(asker(1, 2)), 'split'))

  it('goes back to its lead, or to where that was merged meanwhile', () => {
    expect(after(scene(split, [question(2, 'on_air')]), 'undo').mergedIntoId).toBe(idOf(2))
    const onward = decided(scene(split, [asker(2, 3), question(3, 'approved')]), 'undo')
    expect(onward.questions[0]).toMatchObject({ state: 'merged', mergedIntoId: idOf(3) })
    expect(onward.leadIds).toEqual([idOf(3)])
  })

  it('is refused when the lead can be joined no longer, or became its own asker', () => {
    expect(code(() => decided(scene(split, [question(2, 'rejected')]), 'undo'))).toBe('question.not_joinable')
    expect(code(() => decided(scene(split, [question(2, 'diverted')]), 'undo'))).toBe('question.not_joinable')
    expect(code(() => decided(scene(split, [asker(2, 1)]), 'undo'))).toBe('question.move_not_possible')
    expect(code(() => decided(scene(split), 'undo'))).toBe('question.move_not_possible')
  })
})
