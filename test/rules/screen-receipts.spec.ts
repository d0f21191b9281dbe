import { describe, expect, it } from 'vitest'
import { passesOf, receiptsOf } from '../../client/src/moderator/receipts.js'
import type { ScreenReceipt } from '../../protocol/live.js'
import type { Screen } from '../../protocol/screen.js'

const TAKEN = '2026-11-21T02:00:00.000Z'
const later = (milliseconds: number) => new Date(Date.parse(TAKEN) + milliseconds).toISOString()
const question = {
  id: 'q',
  version: 3,
  state: 'on_air' as const,
  onAirSince: TAKEN,
  decidedAt: TAKEN,
  leadSpeakerId: 'seat 1',
}
const screen = (id: string, more: Partial<Screen> = {}) =>
  ({ id, label: id, kind: 'panel', identify: false, testCard: false, ...more }) as Screen
const receipt = (screenId: string, more: Partial<ScreenReceipt> = {}): ScreenReceipt => ({
  screenId,
  connected: true,
  connections: 1,
  painted: [],
  read: [],
  passed: [],
  ...more,
})
const painted = (at: string, version = 3) => ({
  painted: [{ questionId: 'q', version, place: 'now' as const, at }],
})

describe('what the screens say of a question', () => {
  it('is how many show it in this version, and how long the slowest took', () => {
    const screens = [screen('a'), screen('b')]
    const receipts = [receipt('a', painted(later(80))), receipt('b', painted(later(120)))]
    expect(receiptsOf(question, screens, receipts)).toMatchObject({ lags: [], took: 120 })
  })

  it('does not wait for an overlay, which is sent only what it is cued for', () => {
    const screens = [screen('a'), screen('tv', { kind: 'overlay' })]
    const { waited, lags } = receiptsOf(question, screens, [receipt('a', painted(later(80)))])
    expect(waited.map(one => one.id)).toEqual(['a'])
    expect(lags).toEqual([])
  })

  it('names whoever does not show it, and why', () => {
    const screens = [
      screen('old'),
      screen('away'),
      screen('card', { testCard: true }),
      screen('name', { identify: true }),
    ]
    const receipts = [
      receipt('old', painted(later(80), 2)),
      receipt('away', { connected: false }),
      receipt('card'),
      receipt('name'),
    ]
    const { lags, took } = receiptsOf(question, screens, receipts)
    expect(lags.map(({ screen: { id }, why }) => [id, why])).toEqual([
      ['old', 'lags'],
      ['away', 'offline'],
      ['card', 'testCard'],
      ['name', 'identify'],
    ])
    expect(took).toBeNull()
  })

  it('calls nobody slow who came on minutes later', () => {
    const { took } = receiptsOf(question, [screen('a')], [receipt('a', painted(later(90_000)))])
    expect(took).toBeNull()
  })
})

describe('a speaker who would rather not answer', () => {
  const passed = (toSpeakerId: string | null, at = TAKEN) => ({
    passed: [{ questionId: 'q', toSpeakerId, at }],
  })

  it('is there to be decided, the latest first', () => {
    const receipts = [receipt('a', passed('seat 2')), receipt('b', passed('seat 3', later(5)))]
    expect(passesOf(question, receipts, new Set()).map(pass => pass.toSpeakerId)).toEqual([
      'seat 3',
      'seat 2',
    ])
  })

  it('is decided once the one that was named leads', () => {
    expect(passesOf(question, [receipt('a', passed('seat 1'))], new Set())).toEqual([])
    const nobodyNamed = passesOf({ id: 'q', leadSpeakerId: null }, [receipt('a', passed(null))], new Set())
    expect(nobodyNamed).toHaveLength(1)
  })

  it('is not asked again once it was set aside, unless it names another', () => {
    const [pass] = passesOf(question, [receipt('a', passed('seat 2'))], new Set())
    const settled = new Set([pass!.key])
    expect(passesOf(question, [receipt('a', passed('seat 2'))], settled)).toEqual([])
    expect(passesOf(question, [receipt('a', passed('seat 3'))], settled)).toHaveLength(1)
  })
})
