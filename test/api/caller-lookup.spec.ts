import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CallerCalls } from '../../protocol/caller-lookup.js'
import { paths } from '../../protocol/paths.js'
import type { Desk } from '../support/desk.js'
import { tablesHolding } from '../support/erasure.js'
import { House } from '../support/house.js'
import { newPerson } from '../support/people.js'
import { caller, expectView, faultPaths } from '../support/slips.js'

describe('looking up who called', () => {
  let house: House
  let secretary: Desk
  let moderator: Desk
  let programId: string
  let last = 100_000
  /** A number that nobody has called from yet. */
  const newNumber = () => `0939${++last}`

  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
    programId = await house.program('live')
  })
  // Somebody new each time: look-ups are counted by account.
  beforeEach(async () => {
    secretary = await newPerson(house, { roles: ['secretary'] })
  })
  afterAll(() => house.close())

  const lookUp = (phone: string, programme = programId, desk = secretary) =>
    desk.ask('POST', paths.callerLookup, { programId: programme, phone })
  async function callsOf(phone: string, programme = programId): Promise<CallerCalls['calls']> {
    const { status, body } = await lookUp(phone, programme)
    expect({ status, body }).toMatchObject({ status: 200 })
    expectView(CallerCalls, body)
    return body.calls
  }
  const numbersOf = async (phone: string, programme = programId) =>
    (await callsOf(phone, programme)).map(call => call.number)
  const called = (phone: string, but = {}, programme = programId) =>
    secretary.log('Lời người gọi', { caller: caller({ phone, ...but }) }, programme)

  it('tells what they asked and what became of it, the latest first', async () => {
    const phone = newNumber()
    const first = await called(phone)
    const second = await called(phone)
    await moderator.move(first, 'approve', { wording: 'Lời lên sóng' })
    await moderator.move(second, 'reject', { reason: { code: 'out_of_scope' } })
    const calls = await callsOf(phone)
    expect(calls).toMatchObject([
      { programId, questionId: second.id, number: second.number, state: 'rejected', text: 'Lời người gọi' },
      { programId, questionId: first.id, number: first.number, state: 'approved', text: 'Lời lên sóng' },
    ])
    expect(calls[0]).toMatchObject({ loggedAt: second.loggedAt, caller: second.caller })
  })

  it('tells whose question was merged their own words, and that it was', async () => {
    const phone = newNumber()
    const lead = await called(newNumber())
    const merged = await called(phone)
    await moderator.move(merged, 'merge', { intoId: lead.id })
    expect(await callsOf(phone)).toMatchObject([
      { questionId: merged.id, state: 'merged', text: 'Lời người gọi' },
    ])
  })

  it.each([
    ['0939.000.112', ['0939000112', '0939 000 112', '+84 939 000 112', '84939000112', '0084-939-000-112']],
    ['(0292) 3730759', ['02923730759', '+84 292 373 0759', '0292.373.0759', '84 (0)292 3730759']],
    // Numbers that the numbering plan does not know.
    ['0123 456 789 012', ['0123456789012', '0123.456.789.012']],
    ['+84 0521 000 112 3', ['0521.000.112.3', '0084 521 000 112 3', '84 (0)521 000 1123']],
    ['máy bàn 77-77-77-77-77-77', ['777777777777']],
  ])('knows %s however it is written', async (typed, spellings) => {
    const { number } = await called(typed)
    for (const phone of [typed, ...spellings])
      expect({ phone, found: await numbersOf(phone) }).toEqual({ phone, found: [number] })
    for (const other of [`${spellings[0]}1`, spellings[0]!.slice(0, -1), `1${spellings[0]}`])
      expect({ other, found: await numbersOf(other) }).toEqual({ other, found: [] })
  })

  it('tells of another programme only who gave leave to be kept', async () => {
    const phone = newNumber()
    const elsewhere = await house.program('open')
    const kept = await called(phone, { mayForward: false }, elsewhere)
    await called(phone, { mayKeep: false }, elsewhere)
    const own = await called(phone, { mayKeep: false })
    expect((await callsOf(phone)).map(call => call.questionId)).toEqual([own.id, kept.id])
  })

  it('tells of no denunciation and of nothing that was rehearsed elsewhere', async () => {
    const phone = newNumber()
    const diverted = await called(phone)
    await moderator.move(diverted, 'divert', { confirmNumber: diverted.number })
    const rehearsed = await house.program('draft')
    const producer = await house.as('daodien')
    await producer.post(paths.rehearsal(rehearsed), { id: randomUUID(), on: true })
    await producer.phase(rehearsed, 'open')
    const tried = await called(phone, {}, rehearsed)
    expect(await numbersOf(phone)).toEqual([])
    expect((await callsOf(phone, rehearsed)).map(call => call.questionId)).toEqual([tried.id])
    await producer.delete(paths.rehearsal(rehearsed), { id: randomUUID() })
    expect(await numbersOf(phone, rehearsed)).toEqual([])
  })

  it('tells the latest fifty and no more', async () => {
    const phone = newNumber()
    for (let time = 0; time < 51; time++) await called(phone)
    const numbers = await numbersOf(phone)
    expect(numbers).toHaveLength(50)
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
    expect(numbers.at(-1)).toBe(numbers[0]! - 49)
  })

  it('is possible before the programme and when its books are closed', async () => {
    const phone = newNumber()
    const draft = await house.program('draft')
    const kept = await called(phone)
    expect((await callsOf(phone, draft)).map(call => call.questionId)).toEqual([kept.id])
    await house.database.query(`UPDATE program SET phase = 'closed' WHERE id = $1`, [draft])
    expect((await callsOf(phone, draft)).map(call => call.questionId)).toEqual([kept.id])
  })

  it('asks for eight digits at least', async () => {
    for (const phone of ['1234567', '0939.000', 'không có số nào', '', ' ', '\u0000', 7]) {
      const { status, body } = await lookUp(phone as string)
      expect({ phone, status, paths: faultPaths(body) }).toEqual({ phone, status: 400, paths: ['phone'] })
    }
    const { body } = await lookUp('1234567')
    expect(body.error.details.faults[0].message).toBe('Cần ít nhất 8 chữ số.')
    expect(await numbersOf('12345678')).toEqual([])
  })

  it('is for secretaries and moderators of that programme', async () => {
    const phone = newNumber()
    await called(phone)
    const elsewhere = await newPerson(house, {
      roles: ['secretary'],
      programId: await house.program('draft'),
    })
    expect((await lookUp(phone, programId, elsewhere)).body.error.code).toBe('program.not_found')
    expect((await lookUp(phone, randomUUID())).body.error.code).toBe('program.not_found')
    const producer = await newPerson(house, { roles: ['producer'], programId })
    expect((await lookUp(phone, programId, producer)).body.error.code).toBe('access.not_allowed')
    expect((await lookUp(phone, programId, moderator)).body.calls).toHaveLength(1)
  })

  it('is noted with how many were found, and without the number', async () => {
    const phone = '0521.777.888.9'
    const person = await newPerson(house, { roles: ['secretary'] })
    await lookUp(phone, programId, person)
    const noted = await house.database.query(
      `SELECT * FROM audit_entry WHERE "by"->>'id' = $1 AND type = 'caller.looked_up'`,
      [person.accountId],
    )
    expect(noted).toMatchObject([
      { type: 'caller.looked_up', programId, targetId: null, details: { found: 0 }, at: expect.any(Date) },
    ])
    for (const part of ['521.777', '521777', '7778889'])
      expect(await tablesHolding(house.database, part)).toEqual([])
  })
})

describe('looking up among a hundred thousand questions', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open()
    await (await house.as('thuky1')).log('Câu đầu', { caller: caller({ phone: undefined }) })
    // Every seventh has no number that the plan knows.
    await house.database.query(`CREATE TEMPORARY TABLE many AS
        SELECT q.*, n FROM question q, generate_series(1, 100000) n;
      UPDATE many SET id = gen_random_uuid(), number = n + 1,
        caller = caller || jsonb_build_object('phone', CASE n % 7
          WHEN 0 THEN jsonb_build_object('typed', '0123 ' || 1000000000 + n)
          ELSE jsonb_build_object('typed', '09' || 10000000 + n, 'e164', '+849' || 10000000 + n) END);
      ALTER TABLE many DROP COLUMN n;
      INSERT INTO question SELECT * FROM many`)
    await house.database.query('ANALYZE question')
  })
  afterAll(() => house.close())

  it('answers within a quarter of a second, for odd numbers too', async () => {
    const desk = await house.as('thuky2')
    const lookUp = (phone: string) => desk.post(paths.callerLookup, { programId: house.programId, phone })
    await lookUp('0900 000 000')
    for (const phone of ['+84 9 1005 0000', '0123 1000 050 001', '0999 999 999']) {
      const took: number[] = []
      let calls: unknown[] = []
      for (let turn = 0; turn < 3; turn++) {
        const begun = performance.now()
        ;({ calls } = await lookUp(phone))
        took.push(performance.now() - begun)
      }
      // Other programs of the machine may stand in the way of any of them.
      expect(Math.min(...took)).toBeLessThan(250)
      expect({ phone, found: calls.length }).toEqual({ phone, found: phone.startsWith('0999') ? 0 : 1 })
    }
  })
})
