import { describe, expect, it } from 'vitest'
import { MoveName, QuestionState } from '../../protocol/question.js'
import type { Role } from '../../protocol/roles.js'
import { PHASES, ROLES, STATES, after, code, decided, idOf, question, scene } from '../support/scenes.js'

type Row = { from: string; to: QuestionState; by: string }

/** The table of the product, word for word: S secretary, M moderator. */
const TABLE: Record<Exclude<MoveName, 'undo'>, Row> = {
  return: { from: 'pending', to: 'returned', by: 'M' },
  resubmit: { from: 'returned', to: 'pending', by: 'S, M' },
  approve: { from: 'pending, returned', to: 'approved', by: 'M' },
  withdraw: { from: 'approved, on_air', to: 'pending', by: 'M' },
  take: { from: 'approved', to: 'on_air', by: 'M' },
  recall: { from: 'on_air, answered', to: 'approved', by: 'M' },
  answer: { from: 'on_air', to: 'answered', by: 'M' },
  defer: { from: 'pending, returned, approved, on_air, answered', to: 'follow_up', by: 'M' },
  merge: { from: 'pending, returned, approved', to: 'merged', by: 'M' },
  split: { from: 'merged', to: 'pending', by: 'M' },
  reject: { from: 'pending, returned', to: 'rejected', by: 'M' },
  restore: { from: 'rejected, follow_up, advised', to: 'pending', by: 'M' },
  advise: { from: 'pending, returned', to: 'advised', by: 'S, M' },
  divert: {
    from: 'pending, returned, approved, on_air, answered, follow_up, merged, rejected, advised',
    to: 'diverted',
    by: 'S from pending, returned; M from any',
  },
}

const MOVES = Object.keys(TABLE) as (keyof typeof TABLE)[]
const LETTER: Partial<Record<Role, string>> = { secretary: 'S', moderator: 'M' }

function expected(move: keyof typeof TABLE, state: QuestionState, role: Role): string {
  const { from, by } = TABLE[move]
  const letter = LETTER[role]
  if (!letter || !by.includes(letter)) return 'access.not_allowed'
  if (!from.split(', ').includes(state)) return 'question.move_not_possible'
  if (move === 'divert' && letter === 'S' && !['pending', 'returned'].includes(state))
    return 'access.not_allowed'
  return 'allowed'
}

const standing = (state: QuestionState) => scene(question(1, state), [question(99, 'pending')])

describe('the table of moves', () => {
  it('has every move of the wire but undo, and every state', () => {
    expect([...MOVES, 'undo'].toSorted()).toEqual(MoveName.options.toSorted())
    expect(STATES.toSorted()).toEqual(QuestionState.options.toSorted())
  })

  describe.each(MOVES)('%s', move => {
    it.each(STATES)('from %s is decided for every role', state => {
      for (const role of ROLES)
        expect([role, code(() => decided({ ...standing(state), roles: [role] }, move))]).toEqual([
          role,
          expected(move, state, role),
        ])
    })

    it('leads where the table says, one version up, by whoever made it', () => {
      for (const state of STATES.filter(state => expected(move, state, 'moderator') === 'allowed')) {
        const around = standing(state)
        const moved = after(around, move)
        expect(moved.state).toBe(TABLE[move].to)
        expect(moved.version).toBe(4)
        expect([moved.decidedBy, moved.decidedAt]).toEqual([around.actor, around.now])
      }
    })
  })

  it('refuses everything to somebody without a role', () => {
    for (const move of MoveName.options)
      for (const state of STATES)
        expect(code(() => decided({ ...standing(state), roles: [] }, move))).toBe('access.not_allowed')
  })

  it('joins the rights of several roles', () => {
    const around = { ...standing('pending'), roles: ['producer', 'secretary', 'moderator'] as Role[] }
    expect(after(around, 'approve').state).toBe('approved')
  })

  it('makes every state reachable from pending', () => {
    const reached = new Set<QuestionState>(['pending'])
    for (const state of reached)
      for (const move of MOVES)
        if (expected(move, state, 'moderator') === 'allowed') reached.add(after(standing(state), move).state)
    expect([...reached].toSorted()).toEqual(STATES.toSorted())
  })

  it.each(PHASES)('decides every move in the phase %s', phase => {
    for (const move of MOVES) {
      const state = TABLE[move].from.split(', ')[0] as QuestionState
      const air = ['take', 'recall', 'answer'].includes(move)
      const onAir = phase === 'live' || phase === 'paused'
      const answer =
        phase === 'closed'
          ? 'program.closed'
          : phase === 'draft' || (air && !onAir)
            ? 'program.not_open'
            : 'allowed'
      expect([move, code(() => decided({ ...standing(state), phase }, move))]).toEqual([move, answer])
    }
  })

  it('checks the role before the phase, the phase before the version, the version before the state', () => {
    const wrong = { ...standing('rejected'), roles: ['secretary'] as Role[], phase: 'closed' as const }
    expect(code(() => decided(wrong, 'approve', { version: 1 }))).toBe('access.not_allowed')
    const moderator = { ...wrong, roles: ['moderator'] as Role[] }
    expect(code(() => decided(moderator, 'approve', { version: 1 }))).toBe('program.closed')
    const live = { ...moderator, phase: 'live' as const }
    expect(code(() => decided(live, 'approve', { version: 1 }))).toBe('question.stale')
    expect(code(() => decided(live, 'approve', { version: 4 }))).toBe('question.stale')
    expect(code(() => decided(live, 'approve'))).toBe('question.move_not_possible')
  })

  it('keeps a lead with askers from being rejected, advised or diverted until they are split', () => {
    const askers = [{ id: idOf(2), number: 2, caller: null }]
    const lead = scene(question(1, 'pending', { askers }), [question(99, 'pending')])
    for (const move of MOVES.filter(move => expected(move, 'pending', 'moderator') === 'allowed')) {
      const refused = ['reject', 'advise', 'divert'].includes(move)
      expect([move, code(() => decided(lead, move))]).toEqual([
        move,
        refused ? 'question.has_askers' : 'allowed',
      ])
    }
  })
})
