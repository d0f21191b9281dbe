import { describe, expect, it } from 'vitest'
import {
  backupStanding,
  panelFaults,
  rehearsalFault,
  screenFault,
  untried,
} from '../../client/src/before-air/checks.js'
import type { ScreenReceipt } from '../../protocol/live.js'
import type { Speaker } from '../../protocol/program.js'
import type { Screen } from '../../protocol/screen.js'

const screen = (but: Partial<Screen> = {}): Screen => ({
  id: 's',
  label: 'Màn hình',
  kind: 'panel',
  speakerId: null,
  programId: 'p',
  shownQuestionId: null,
  identify: false,
  testCard: false,
  connections: 1,
  ...but,
})
const receipt = (connected: boolean, painted: ScreenReceipt['painted'] = []): ScreenReceipt =>
  ({ screenId: 's', connected, connections: 1, painted, read: [], passed: [] }) as ScreenReceipt
const picture = { questionId: 'q', version: 1, place: 'now', at: '2026-11-21T02:00:00Z' } as const

describe('before air', () => {
  it.each([
    ['offline', screen(), undefined, false],
    ['offline', screen(), receipt(false, [picture]), true],
    ['testCard', screen({ testCard: true }), receipt(true, [picture]), true],
    ['identify', screen({ identify: true }), receipt(true, [picture]), true],
    ['notPainted', screen(), receipt(true), true],
    [null, screen(), receipt(true), false],
    [null, screen(), receipt(true, [picture]), true],
    [null, screen({ kind: 'overlay' }), receipt(true), true],
  ] as const)('a screen is %s', (fault, shown, told, shows) => {
    expect(screenFault(shown, told, shows)).toBe(fault)
  })

  it('the panel is seated when somebody is on it and every seat’s screen is somebody’s', () => {
    const speakers = [{ id: 'lan' }] as Speaker[]
    const screens = [
      screen({ kind: 'speaker', label: 'Ghế 1', speakerId: 'lan' }),
      screen({ kind: 'speaker', label: 'Ghế 2', speakerId: 'gone' }),
      screen({ kind: 'speaker', label: 'Ghế 3' }),
      screen({ kind: 'host' }),
    ]
    expect(panelFaults(speakers, screens)).toEqual({ empty: false, seatless: ['Ghế 2', 'Ghế 3'] })
    expect(panelFaults([], [])).toEqual({ empty: true, seatless: [] })
  })

  it('every line that is in use was tried', () => {
    const line = (id: string, retiredAt: string | null = null) => ({ id, version: 1, name: id, retiredAt })
    const lines = [line('a'), line('b'), line('c', '2026-01-01T00:00:00Z')]
    expect(untried(lines, new Set(['a'])).map(({ id }) => id)).toEqual(['b'])
  })

  it('nothing rehearsed is left, and the next hour is the real one', () => {
    expect(rehearsalFault({ mode: 'rehearsal', phase: 'draft' }, 0)).toBe('stillRehearsal')
    expect(rehearsalFault({ mode: 'air', phase: 'draft' }, 3)).toBe('questionsLeft')
    expect(rehearsalFault({ mode: 'air', phase: 'open' }, 3)).toBeNull()
    expect(rehearsalFault({ mode: 'air', phase: 'draft' }, 0)).toBeNull()
  })

  it('a backup stands behind it when the last one is good and no older than a day', () => {
    const now = new Date('2026-11-21T02:00:00Z').getTime()
    const at = '2026-11-20T02:00:00.000Z'
    const before = '2026-11-20T01:59:59.999Z'
    expect(backupStanding(undefined, now)).toEqual({ standing: 'absent', why: 'unknown' })
    expect(backupStanding({ at: null, failedAt: null }, now)).toEqual({ standing: 'bad', why: 'never' })
    expect(backupStanding({ at, failedAt: null }, now)).toEqual({ standing: 'good', why: 'good' })
    expect(backupStanding({ at: before, failedAt: null }, now)).toEqual({ standing: 'bad', why: 'old' })
    expect(backupStanding({ at, failedAt: at }, now)).toEqual({ standing: 'bad', why: 'failed' })
    expect(backupStanding({ at: null, failedAt: at }, now)).toEqual({ standing: 'bad', why: 'failed' })
  })
})
