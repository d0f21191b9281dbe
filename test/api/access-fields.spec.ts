import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QuestionEntity } from '../../server/questions/question.entity.js'
import { ProgramEntity } from '../../server/programs/program.entity.js'
import { ScreenEntity } from '../../server/screens/screen.entity.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'

describe('a field of a command', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let producer: Desk
  let admin: Desk
  let path: string

  beforeAll(async () => {
    house = await House.open()
    ;[secretary, moderator, producer, admin] = (await Promise.all(
      ['thuky1', 'duyet1', 'daodien', 'quantri'].map(name => house.as(name)),
    )) as [Desk, Desk, Desk, Desk]
    path = `/api/programs/${house.programId}/questions`
  })
  afterAll(() => house.close())

  const log = (fields: object) =>
    secretary.ask('POST', path, { id: randomUUID(), verbatim: 'Một câu hỏi', ...fields })
  const caller = (fields: object) => ({
    caller: { mayReadName: false, mayKeep: false, mayForward: false, ...fields },
  })

  /** Asks with every column that the command does not know, one by one. */
  async function expectNoColumn(
    columns: Record<string, unknown>,
    known: readonly string[],
    ask: (fields: object) => Promise<{ status: number; body: any }>,
  ) {
    const unknown = Object.keys(columns).filter(column => !known.includes(column))
    expect(unknown.length).toBeGreaterThan(3)
    for (const column of [...unknown, 'programId', 'role', 'roles', 'admin', 'at', 'by']) {
      const { status, body } = await ask({ [column]: 'x' })
      expect({ column, status, code: body.error?.code }).toEqual({
        column,
        status: 400,
        code: 'request.invalid',
      })
    }
  }

  it('of the slip is never a column that the house fills in itself', async () => {
    const known = 'id verbatim run takenAt line direct nature topicId agencyId priority note caller'.split(
      ' ',
    )
    await expectNoColumn(QuestionEntity.options.columns, known, log)
    expect((await secretary.get(path)).questions).toEqual([])
  })

  it('of a correction or a move is none either', async () => {
    const question = await secretary.log('Câu để sửa')
    const id = () => randomUUID()
    const own =
      'id version verbatim wording line direct nature topicId agencyId priority note caller leadSpeakerId supportingSpeakerIds'
    await expectNoColumn(QuestionEntity.options.columns, own.split(' '), fields =>
      moderator.ask('PATCH', `/api/questions/${question.id}`, { id: id(), version: 1, ...fields }),
    )
    const forMove = 'id version wording topicId leadSpeakerId supportingSpeakerIds'.split(' ')
    await expectNoColumn(QuestionEntity.options.columns, forMove, fields =>
      moderator.ask('POST', `/api/questions/${question.id}/moves`, {
        id: id(),
        version: 1,
        move: 'approve',
        ...fields,
      }),
    )
    expect((await secretary.get(path)).questions).toMatchObject([{ state: 'pending', version: 1 }])
  })

  it('of a programme or a screen is none either', async () => {
    const set =
      'id version title number seriesTitle channels plannedStart plannedMinutes intakeOpen clockOffsetMs'
    await expectNoColumn(ProgramEntity.options.columns, set.split(' '), fields =>
      admin.ask('PATCH', `/api/programs/${house.programId}`, { id: randomUUID(), version: 3, ...fields }),
    )
    const screen = await house.screen('panel')
    const shown = 'id label kind speakerId programId identify testCard shownQuestionId'.split(' ')
    const { programId: _, ...columns } = ScreenEntity.options.columns as Record<string, unknown>
    for (const column of Object.keys(columns).filter(column => !shown.includes(column)))
      expect(
        (await producer.ask('PATCH', `/api/screens/${screen.id}`, { id: randomUUID(), [column]: 'x' }))
          .status,
      ).toBe(400)
  })

  it.each([
    ['nothing', '', 'verbatim'],
    ['blanks', ' \n\t ', 'verbatim'],
    ['U+0000', 'a\u0000b', 'verbatim'],
    ['another control', 'a\u001bb', 'verbatim'],
    ['half a character', 'a\ud83d', 'verbatim'],
    ['the other half', '\udc00b', 'verbatim'],
    ['a number', 7, 'verbatim'],
    ['an object', { $ne: null }, 'verbatim'],
    ['a list', ['a'], 'verbatim'],
    ['5,001 characters', 'ộ'.repeat(5001), 'verbatim'],
  ])('is refused with its path when it holds %s', async (_, value, at) => {
    const { status, body } = await log({ verbatim: value })
    expect(status).toBe(400)
    expect(body.error).toMatchObject({
      code: 'request.invalid',
      details: { faults: [{ path: at, message: expect.stringMatching(/\S/) }] },
    })
  })

  it.each([
    ['caller.name', caller({ name: 'Tấn\u202eDũng' })],
    ['caller.name', caller({ name: 'x'.repeat(121) })],
    ['caller.phone', caller({ phone: '0'.repeat(41) })],
    ['caller.place.text', caller({ place: { text: '' } })],
    ['caller.mayReadName', { caller: { mayKeep: true, mayForward: true } }],
    ['caller.mayKeep', caller({ mayKeep: 'true' })],
    ['caller.consent', caller({ consent: true })],
    ['paper.number', { paper: { number: 0 } }],
    ['topicId', { topicId: 'không phải mã' }],
    ['sameAsId', { sameAsId: 7 }],
    ['nature', { nature: 'denounce' }],
    ['takenAt', { takenAt: '21/11/2026' }],
    ['note', { note: 'x'.repeat(2001) }],
    ['state', { state: 'approved' }],
  ])('is named when it is wrong: %s', async (at, fields) => {
    const { status, body } = await log(fields)
    expect(status).toBe(400)
    expect(body.error.details.faults.map((fault: { path: string }) => fault.path)).toEqual([at])
  })

  it('counts characters after composing them, and keeps them composed', async () => {
    const { status, body } = await log({ verbatim: 'ộ'.repeat(5000).normalize('NFD') })
    expect(status).toBe(201)
    expect(body.question.verbatim).toBe('ộ'.repeat(5000))
    const faces = await log({ verbatim: '😀'.repeat(5000) })
    expect(faces.status).toBe(201)
  })
})
