import { describe, expect, it } from 'vitest'
import { cuesFor, noticeOf, sentOf } from '../../client/src/messages/standing.js'
import { linkQuality } from '../../client/src/producer/link-quality.js'
import { sentTo } from '../../client/src/producer/sent-to.js'
import type { LiveState } from '../../client/src/live/live-state.js'
import { spoken } from '../../client/src/screen/spoken.js'
import { type Message, ScreenMessage } from '../../protocol/message.js'
import type { ScreenReceipt } from '../../protocol/live.js'
import { ScreenQuestion } from '../../protocol/question.js'
import type { Screen } from '../../protocol/screen.js'
import { idOf } from '../support/scenes.js'

describe('what the host says', () => {
  it.each([
    ['Anh Nguyễn Thanh Hải – phường Tân An', 'anh Nguyễn Thanh Hải, ở phường Tân An'],
    ['Ông/Bà Lê Minh – Cần Thơ', 'ông/bà Lê Minh, ở Cần Thơ'],
    ['Bà Bạn Ông – ở xã Phong Điền', 'bà Bạn Ông, ở xã Phong Điền'],
    [
      'Anh Hải (Công ty A) – phường Tân An và 6 người cùng hỏi',
      'anh Hải, Công ty A, ở phường Tân An, và 6 người cùng hỏi',
    ],
    ['một khán giả ở phường Tân An', 'một khán giả ở phường Tân An'],
    ['một khán giả', 'một khán giả'],
    ['Anh Thư', 'anh Thư'],
  ])('is of %s: %s', (callerLine, said) => expect(spoken(callerLine)).toBe(said))
})

const NOW = Date.parse('2026-11-21T02:14:05.000Z')
const moment = (seconds: number) => new Date(NOW + seconds * 1000).toISOString()
const message = (number: number, rest: Partial<Message> = {}): Message => ({
  id: idOf(number),
  text: `tin ${number}`,
  by: { id: idOf(901), name: 'daodien' },
  at: moment(number - 60),
  to: 'all',
  until: null,
  seen: [],
  ...rest,
})

describe('messages', () => {
  it('stand until their time is over, the newest first', () => {
    const all = [message(1), message(2, { until: moment(0) }), message(3, { until: moment(1) })]
    expect(sentOf(all, NOW).map(one => one.id)).toEqual([idOf(3), idOf(1)])
  })

  it('stand on a screen until they were seen there', () => {
    const on = (id: number, seen: boolean) => ({
      id: idOf(id),
      text: 'tin',
      at: moment(id),
      until: null,
      seen,
    })
    expect(noticeOf([on(1, false), on(2, false), on(3, true)], NOW)?.id).toBe(idOf(2))
    expect(noticeOf([on(1, true)], NOW)).toBeUndefined()
  })

  it('wait at the desk they were sent to, for those who neither sent nor saw them', () => {
    const all = [message(1), message(2, { to: 'moderators' }), message(3, { to: 'producers' })]
    const of = (id: number, ...roles: string[]) =>
      cuesFor(all, { id: idOf(id), roles }, NOW).map(one => one.id)
    expect(of(902, 'moderator')).toEqual([idOf(2)])
    expect(of(902, 'moderator', 'producer')).toEqual([idOf(2), idOf(3)])
    expect(of(901, 'moderator', 'producer')).toEqual([])
    expect(of(902, 'secretary')).toEqual([])
    const seen = [{ by: { id: idOf(902), name: 'duyet1' }, at: moment(0) }]
    expect(
      cuesFor([message(2, { to: 'moderators', seen })], { id: idOf(902), roles: ['moderator'] }, NOW),
    ).toEqual([])
  })
})

const screen = (kind: Screen['kind'], rest: Partial<Screen> = {}): Screen => ({
  id: idOf(700),
  label: 'Màn hình',
  kind,
  speakerId: null,
  programId: idOf(900),
  shownQuestionId: null,
  identify: false,
  testCard: false,
  connections: 1,
  ...rest,
})
/** As the desk of a moderator who is producer too has it: with everything that a screen is not sent. */
const question = (number: number, state: string) => ({
  id: idOf(number),
  number,
  version: 3,
  state,
  verbatim: 'SECRET',
  note: 'SECRET',
  caller: { phone: 'SECRET' },
  wording: `Câu ${number}`,
  topicId: idOf(801),
  callerLine: 'Anh Hải',
  leadSpeakerId: null,
  supportingSpeakerIds: [],
  order: state === 'approved' ? `a${number}` : null,
  onAirSince: state === 'on_air' ? moment(-10) : null,
})
const state = {
  program: { topics: [{ id: idOf(801), name: 'Đất đai' }] },
  questions: new Map(
    ['on_air', 'approved', 'pending', 'answered'].map((of, at) => [idOf(at + 1), question(at + 1, of)]),
  ),
  messages: new Map(
    [
      message(1),
      message(2, { to: 'moderators' }),
      message(3, { to: [idOf(700)] }),
      message(4, { to: [idOf(701)] }),
    ].map(one => [one.id, one]),
  ),
} as unknown as LiveState
const numbers = (kind: Screen['kind'], rest = {}) =>
  [...sentTo(screen(kind, rest), state).questions.values()].map(one => one.number)

describe('a picture of a screen', () => {
  it('is made of what is approved or on air, of an overlay’s of what it is cued for', () => {
    for (const kind of ['panel', 'speaker', 'host'] as const) expect(numbers(kind)).toEqual([1, 2])
    expect(numbers('overlay')).toEqual([])
    expect(numbers('overlay', { shownQuestionId: idOf(1) })).toEqual([1])
    expect(numbers('overlay', { shownQuestionId: idOf(2) })).toEqual([])
  })

  it('has nothing in it that the screen is not sent', () => {
    const sent = sentTo(screen('speaker'), state)
    for (const one of sent.questions.values()) expect(ScreenQuestion.parse(one).topic).toBe('Đất đai')
    for (const one of sent.messages.values()) ScreenMessage.parse(one)
    expect(JSON.stringify([...sent.questions.values(), ...sent.messages.values()])).not.toContain('SECRET')
  })

  it('has the messages to all and to itself, an overlay’s none, a panel’s for a minute', () => {
    const messages = (kind: Screen['kind']) => [...sentTo(screen(kind), state).messages.values()]
    expect(messages('speaker').map(one => one.id)).toEqual([idOf(1), idOf(3)])
    expect(messages('overlay')).toEqual([])
    expect(messages('panel')[0]!.until).toBe(moment(1))
  })
})

describe('the line to a screen', () => {
  const large = sentTo(screen('panel'), state).questions.get(idOf(1)) as ScreenQuestion
  const receipt = (version: number, connected = true, at = moment(-9.9)) =>
    ({ connected, painted: [{ questionId: idOf(1), version, place: 'now', at }] }) as unknown as ScreenReceipt
  it('is away without a browser, behind until the very version is painted, and right with the time it took', () => {
    expect(linkQuality(undefined, large)).toEqual({ state: 'away' })
    expect(linkQuality(receipt(3, false), large)).toEqual({ state: 'away' })
    expect(linkQuality(receipt(2), large)).toEqual({ state: 'behind', number: 1 })
    expect(linkQuality(receipt(3), large)).toEqual({ state: 'right', took: 100 })
    // Switched on long after the take: that is no time of a line.
    expect(linkQuality(receipt(3, true, moment(60)), large)).toEqual({ state: 'right', took: undefined })
    expect(linkQuality(receipt(3), undefined)).toEqual({ state: 'right', took: undefined })
  })
})
