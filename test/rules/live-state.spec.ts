import { describe, expect, it } from 'vitest'
import { answered, begun, patched, standingOf } from '../../client/src/live/live-state.js'
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

  it('never goes back by an answer that younger news overtook', () => {
    const known = patched(begun(snapshot), patch({ put: { questions: [{ id: 'c', number: 3 }] } }))
    expect(answered(known, 7, { ok: true, snapshot })).toBe(known)
    expect(answered(known, 6, { ok: true, patch: patch({ drop: { questions: ['a'] } }, 6, 7) })).toBe(known)
    const later = answered(known, 7, { ok: true, patch: patch({ drop: { questions: ['a'] } }, 7, 9) })
    expect([later!.revision, [...later!.questions.keys()]]).toEqual([9, ['b', 'c']])
  })

  it('takes everything anew from a server that knows less than it did, and from another programme', () => {
    const known = patched(begun(snapshot), patch({}, 7, 20))
    expect(answered(known, 20, { ok: true, snapshot })!.revision).toBe(7)
    const elsewhere = { ...snapshot, programId: 'q', revision: 3 }
    expect(answered(known, undefined, { ok: true, snapshot: elsewhere })!.revision).toBe(3)
    expect(answered(undefined, 7, { ok: true, patch: patch({}) })).toBeUndefined()
  })

  it('puts what was dropped and put in one patch', () => {
    const state = patched(
      begun(snapshot),
      patch({ put: { questions: [{ id: 'a', number: 1 }] }, drop: { questions: ['a'] } }),
    )
    expect(state.questions.has('a')).toBe(true)
  })
})
