import { describe, expect, it } from 'vitest'
import { LogQuestion } from '../../protocol/question.js'
import { NO_CONTENT } from '../../server/questions/domain/erase.js'
import { loggedQuestion } from '../../server/questions/domain/log-question.js'
import { LAN, LINE, NOON, TOPIC, caller, code, idOf, question, scene } from '../support/scenes.js'

const { lists } = scene(question(1, 'pending'))
const given = { programId: idOf(900), number: 12, run: 1, lists, lead: null, late: false, by: LAN, now: NOON }
const log = (slip: object, rest: Partial<Parameters<typeof loggedQuestion>[1]> = {}) =>
  loggedQuestion(LogQuestion.parse({ id: idOf(1), ...slip }), { ...given, ...rest })

const hai = { name: 'Hải', phone: '0939.000.112', mayReadName: true, mayKeep: false, mayForward: false }

describe('a slip', () => {
  it('needs nothing but what the caller said', () => {
    expect(log({ verbatim: 'Bao giờ sửa đường?' })).toMatchObject({
      ...NO_CONTENT,
      verbatim: 'Bao giờ sửa đường?',
      state: 'pending',
      number: 12,
      version: 1,
      loggedBy: LAN,
      loggedAt: NOON,
      decidedBy: null,
    })
  })

  it('keeps the phone as typed and as E.164', () => {
    expect(log({ verbatim: 'Hỏi', caller: hai }).caller).toEqual(
      caller({ name: 'Hải', phone: { typed: '0939.000.112', e164: '+84939000112' }, mayReadName: true }),
    )
  })

  it('names a line by code, and no line or topic that the programme does not have', () => {
    expect(log({ verbatim: 'Hỏi', line: 'hotline1', topicId: TOPIC })).toMatchObject({
      line: LINE.id,
      topicId: TOPIC,
    })
    expect(code(() => log({ verbatim: 'Hỏi', line: 'zalo' }))).toBe('request.invalid')
    expect(code(() => log({ verbatim: 'Hỏi', topicId: idOf(77) }))).toBe('request.invalid')
    expect(code(() => log({ verbatim: 'Hỏi', agencyId: idOf(77) }))).toBe('request.invalid')
  })

  it('joins the lead it names', () => {
    expect(log({ verbatim: 'Cũng hỏi' }, { lead: question(3, 'on_air') })).toMatchObject({
      state: 'merged',
      mergedIntoId: idOf(3),
    })
  })

  it('that was a denunciation keeps its number, the time and who took it, and nothing else', () => {
    expect(log({ diverted: true, line: 'hotline1' })).toMatchObject({
      ...NO_CONTENT,
      state: 'diverted',
      number: 12,
      loggedBy: LAN,
      decidedBy: LAN,
      decidedAt: NOON,
    })
  })

  it('that arrives after the closing is answered later, and brings no caller who gave no leave', () => {
    const late = log({ verbatim: 'Hỏi', caller: hai }, { late: true })
    expect(late.state).toBe('follow_up')
    expect(late.caller).toEqual(caller({ mayReadName: true }))
    for (const leave of ['mayKeep', 'mayForward'])
      expect(log({ verbatim: 'Hỏi', caller: { ...hai, [leave]: true } }, { late: true }).caller?.name).toBe(
        'Hải',
      )
  })
})
