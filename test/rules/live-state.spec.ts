import { describe, expect, it } from 'vitest'
import { begun, patched, standingOf } from '../../client/src/live/live-state.js'
import type { Patch, Snapshot } from '../../protocol/live.js'

const snapshot = {
  programId: 'p',
  revision: 7,
  at: '2026-11-21T02:00:00.000Z',
  protocol: 1,
  program: { id: 'p', title: 'Chuyên đề 4' },
  questions: [
    { id: 'a', number: 1 },
    { id: 'b', number: 2 },
  ],
  speakers: [{ id: 's', seat: 1 }],
  screens: [{ id: 'm', label: 'Màn hình' }],
  messages: [],
} as unknown as Snapshot

const patch = (more: object, from = 7, revision = 8) =>
  ({ programId: 'p', at: '2026-11-21T02:00:01.000Z', from, revision, ...more }) as unknown as Patch

describe('what a client knows', () => {
  it('is news, known or a gap, by from and revision alone', () => {
    expect(standingOf({ from: 7, revision: 8 }, 7)).toBe('new')
    expect(standingOf({ from: 3, revision: 8 }, 7)).toBe('new')
    expect(standingOf({ from: 6, revision: 7 }, 7)).toBe('known')
    expect(standingOf({ from: 2, revision: 5 }, 7)).toBe('known')
    expect(standingOf({ from: 8, revision: 9 }, 7)).toBe('gap')
  })

  it('takes what is put, forgets what is dropped, and keeps the rest', () => {
    const state = patched(
      begun(snapshot),
      patch({ put: { questions: [{ id: 'b', number: 2, state: 'approved' }] }, drop: { questions: ['a'] } }),
    )
    expect([...state.questions.values()]).toEqual([{ id: 'b', number: 2, state: 'approved' }])
    expect(state).toMatchObject({ revision: 8, program: { title: 'Chuyên đề 4' } })
    expect(state.speakers.size).toBe(1)
  })

  it('stays itself where nothing changed, so that nothing is painted again', () => {
    const before = begun(snapshot)
    const after = patched(before, patch({ put: { program: { id: 'p', title: 'Khác' } } }))
    expect(after.questions).toBe(before.questions)
    expect(after.screens).toBe(before.screens)
    expect(before.program).toMatchObject({ title: 'Chuyên đề 4' })
    expect(after.program).toMatchObject({ title: 'Khác' })
  })

  it('puts what was dropped and put in one patch', () => {
    const state = patched(
      begun(snapshot),
      patch({ put: { questions: [{ id: 'a', number: 1 }] }, drop: { questions: ['a'] } }),
    )
    expect(state.questions.has('a')).toBe(true)
  })
})
