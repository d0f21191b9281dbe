import { describe, expect, it } from 'vitest'
import type { MoveName } from '../../protocol/question.js'
import type { Role } from '../../protocol/roles.js'
import { type Question, undoable } from '../../server/questions/domain/question.js'
import {
  AGENCY,
  LAN,
  LINE,
  MORNING,
  SPEAKER,
  TOPIC,
  after,
  caller,
  code,
  decided,
  idOf,
  kept,
  question,
  scene,
} from '../support/scenes.js'

const full = (state: Question['state']) =>
  question(1, state, {
    wording: 'Bao giờ sửa đường?',
    allowedNumbers: ['113'],
    reason: state === 'rejected' || state === 'returned' ? { code: 'other', text: 'Trùng' } : null,
    leadSpeakerId: SPEAKER,
    topicId: TOPIC,
    note: 'Ghi chú',
    line: LINE.id,
    caller: caller({ name: 'Hải' }),
    decidedBy: LAN,
    decidedAt: MORNING,
  })

const UNDONE: [MoveName, Question['state'], Record<string, unknown>?][] = [
  ['return', 'pending'],
  ['resubmit', 'returned'],
  ['approve', 'returned', { wording: 'Khác', allowNumbers: ['115'], supportingSpeakerIds: [SPEAKER] }],
  ['withdraw', 'on_air'],
  ['take', 'approved'],
  ['recall', 'on_air'],
  ['recall', 'answered'],
  ['answer', 'on_air'],
  ['defer', 'on_air', { agencyId: AGENCY }],
  ['merge', 'pending'],
  ['split', 'merged'],
  ['reject', 'returned'],
  ['restore', 'rejected'],
  ['advise', 'pending', { note: 'Đã chỉ dẫn' }],
]

const by = (role: Role, moved: Question) =>
  code(() => decided(scene(kept(moved), [], { roles: [role] }), 'undo'))

describe('an undo', () => {
  it.each(UNDONE)(
    'of %s puts a question that was %s back as it was, two versions up',
    (move, state, rest) => {
      const before = full(state)
      const others = [question(99, 'pending')]
      const moved = kept(after(scene(before, others), move, rest))
      expect(undoable(moved)).not.toEqual(undoable(before))
      const undone = after(scene(moved, others), 'undo')
      const placed = state === 'approved' ? { order: undone.order } : {}
      expect(undone).toEqual({ ...before, ...placed, version: 5, lastMove: null })
      expect(code(() => decided(scene(undone, others), 'undo'))).toBe('question.move_not_possible')
    },
  )

  it('is of the latest move only, while the version is the one that it gave', () => {
    const moved = kept(after(scene(full('pending')), 'return'))
    const corrected = { ...moved, version: moved.version + 1 }
    expect(code(() => decided(scene(corrected), 'undo'))).toBe('question.move_not_possible')
    expect(code(() => decided(scene(moved), 'undo', { version: 3 }))).toBe('question.stale')
  })

  it('is not of logging, nor of a divert', () => {
    expect(code(() => decided(scene(full('pending')), 'undo'))).toBe('question.move_not_possible')
    expect(code(() => decided(scene(after(scene(full('pending')), 'divert')), 'undo'))).toBe(
      'question.move_not_possible',
    )
  })

  it('is for whoever may make the move that it undoes', () => {
    const returned = after(scene(full('pending')), 'return')
    const advised = after(scene(full('pending')), 'advise')
    expect(by('secretary', returned)).toBe('access.not_allowed')
    expect(by('moderator', returned)).toBe('allowed')
    expect(by('secretary', advised)).toBe('allowed')
    expect(by('producer', advised)).toBe('access.not_allowed')
    expect(by('admin', full('pending'))).toBe('access.not_allowed')
  })

  it.each(['answer', 'recall', 'withdraw', 'defer'] as const)(
    'of %s goes back on air only if nothing else is',
    move => {
      const moved = kept(after(scene(full('on_air')), move))
      expect(code(() => decided(scene(moved, [question(2, 'on_air')]), 'undo'))).toBe(
        'question.move_not_possible',
      )
      expect(code(() => decided(scene(moved, [], { phase: 'ended' }), 'undo'))).toBe('program.not_open')
      expect(code(() => decided(scene(moved, [], { phase: 'paused' }), 'undo'))).toBe('allowed')
    },
  )

  it('makes no lead of a question that goes back to rejected, advised or merged', () => {
    const askers = [{ id: idOf(2), number: 2, caller: null }]
    const others = [question(99, 'pending')]
    for (const [move, state] of [
      ['restore', 'rejected'],
      ['restore', 'advised'],
      ['split', 'merged'],
    ] as const) {
      const joined = { ...kept(after(scene(full(state), others), move)), askers }
      expect(code(() => decided(scene(joined, others), 'undo'))).toBe('question.has_askers')
    }
    const deferred = { ...kept(after(scene(full('follow_up')), 'restore')), askers }
    expect(after(scene(deferred), 'undo')).toMatchObject({ state: 'follow_up', askers })
  })
})
