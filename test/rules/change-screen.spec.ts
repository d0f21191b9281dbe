import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Phase } from '../../protocol/program.js'
import { ScreenKind } from '../../protocol/screen.js'
import { DomainError } from '../../server/errors/domain-error.js'
import { changeScreen } from '../../server/screens/domain/change-screen.js'
import type { Screen } from '../../server/screens/domain/screen.js'

const flag = fc.boolean()
const kind = fc.constantFrom(...ScreenKind.options)
const question = fc.constantFrom(null, 'q1', 'q2')
const screen: fc.Arbitrary<Screen> = fc.record({
  id: fc.constant('s'),
  label: fc.constant('Màn hình'),
  kind,
  speakerId: fc.constantFrom(null, 'a'),
  programId: fc.constant('p1'),
  shownQuestionId: question,
  identify: flag,
  testCard: flag,
  revokedAt: fc.constant(null),
  revision: fc.constant(1),
  leftProgramId: fc.constant(null),
  leftRevision: fc.constant(null),
})
const command = fc.record(
  {
    id: fc.constant('c'),
    label: fc.constant('Mới'),
    kind,
    identify: flag,
    testCard: flag,
    shownQuestionId: question,
  },
  { requiredKeys: ['id'] },
)
const scene = fc.record({
  programId: fc.constantFrom('p1', 'p2'),
  phase: fc.constantFrom(...Phase.options),
  onAirId: fc.constantFrom(undefined, 'q1'),
})

/** What a change leaves, or the code with which it is refused. */
function after(...change: Parameters<typeof changeScreen>): Screen | string {
  try {
    return changeScreen(...change)
  } catch (error) {
    return (error as DomainError).code
  }
}

describe('a changed screen', () => {
  it('is cued only as an overlay, and only for what is on air', () => {
    fc.assert(
      fc.property(screen, command, scene, (old, said, where) => {
        const next = after(old, said, where)
        if (typeof next === 'string') return
        if (next.kind !== 'overlay') expect(next.shownQuestionId).toBeNull()
        if (said.shownQuestionId) expect(said.shownQuestionId).toBe(where.onAirId)
        if (where.programId !== 'p1') expect(next).toMatchObject({ shownQuestionId: null, speakerId: null })
      }),
    )
  })

  it('bears no mark while it is on television, and is refused one', () => {
    fc.assert(
      fc.property(screen, command, scene, (old, said, where) => {
        const live = where.phase === 'live' || where.phase === 'paused'
        if (!live || (said.kind ?? old.kind) !== 'overlay') return
        const next = after(old, said, where)
        if (said.identify || said.testCard) expect(next).toBeTypeOf('string')
        else if (typeof next !== 'string') expect(next).toMatchObject({ identify: false, testCard: false })
      }),
    )
  })

  it('keeps whatever was not named', () => {
    fc.assert(
      fc.property(screen, kind, (old, next) => {
        const where = { programId: 'p1', phase: 'open' as const, onAirId: undefined }
        const kept = {
          ...old,
          label: 'Mới',
          shownQuestionId: old.kind === 'overlay' ? old.shownQuestionId : null,
        }
        expect(after(old, { id: 'c', label: 'Mới' }, where)).toEqual(kept)
        expect(after(old, { id: 'c', kind: next }, where)).toMatchObject({
          kind: next,
          testCard: old.testCard,
        })
      }),
    )
  })

  it('may say its name and show a test card anywhere else', () => {
    const panel = { id: 's', kind: 'panel', programId: 'p1', shownQuestionId: null } as Screen
    const marks = { id: 'c', identify: true, testCard: true }
    const live = { programId: 'p1', phase: 'live' as const, onAirId: undefined }
    expect(after(panel, marks, live)).toMatchObject({ identify: true, testCard: true })
    expect(after({ ...panel, kind: 'overlay' }, marks, { ...live, phase: 'open' })).toMatchObject({
      identify: true,
      testCard: true,
    })
    expect(after({ ...panel, kind: 'overlay' }, marks, live)).toBe('request.invalid')
  })
})
