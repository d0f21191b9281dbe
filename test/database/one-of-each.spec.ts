import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../support/empty-database.js'
import { House } from '../support/house.js'

const UNIQUE = '23505'
const CHECK = '23514'

describe('what the database itself refuses, whatever a program asks of it', () => {
  let house: House
  let onAir: string
  let first: string
  let second: string
  beforeAll(async () => {
    house = await House.open()
    const moderator = await house.as('duyet1')
    const taken = await moderator.approved('Câu đang lên sóng')
    await moderator.take(taken, null)
    onAir = taken.id
    first = (await moderator.approved('Câu đã duyệt thứ nhất')).id
    second = (await moderator.approved('Câu đã duyệt thứ hai')).id
  })
  afterAll(() => house.close())

  const refused = (text: string, values: unknown[]) => refusalOf(house.database.query(text, values))

  it('puts no second question on air', async () => {
    const statement = `UPDATE question SET state = 'on_air', "order" = NULL WHERE id = $1`
    expect(await refused(statement, [first])).toEqual({ code: UNIQUE, constraint: 'question_on_air' })
  })

  it('gives no number twice in a programme', async () => {
    const statement = 'UPDATE question SET number = (SELECT number FROM question WHERE id = $2) WHERE id = $1'
    expect(await refused(statement, [first, onAir])).toEqual({ code: UNIQUE, constraint: 'question_number' })
  })

  it('gives no place in the running order twice', async () => {
    const statement = `UPDATE question SET "order" = (SELECT "order" FROM question WHERE id = $2) WHERE id = $1`
    expect(await refused(statement, [first, second])).toEqual({ code: UNIQUE, constraint: 'question_rank' })
  })

  it('gives a place to what is approved and to nothing else', async () => {
    const without = 'UPDATE question SET "order" = NULL WHERE id = $1'
    expect(await refused(without, [first])).toEqual({ code: CHECK, constraint: 'question_ranked' })
    const beside = `UPDATE question SET "order" = 'zz' WHERE id = $1`
    expect(await refused(beside, [onAir])).toEqual({ code: CHECK, constraint: 'question_ranked' })
  })

  it('merges into something, or not at all', async () => {
    const nowhere = `UPDATE question SET state = 'merged', "order" = NULL WHERE id = $1`
    expect(await refused(nowhere, [first])).toEqual({ code: CHECK, constraint: 'question_merged' })
    const still = 'UPDATE question SET "mergedIntoId" = $2 WHERE id = $1'
    expect(await refused(still, [first, second])).toEqual({ code: CHECK, constraint: 'question_merged' })
  })

  it('knows no state and no phase but those of the house', async () => {
    expect(await refused(`UPDATE question SET state = 'shown' WHERE id = $1`, [onAir])).toMatchObject({
      code: CHECK,
    })
    expect(
      await refused(`UPDATE program SET phase = 'begun' WHERE id = $1`, [house.programId]),
    ).toMatchObject({ code: CHECK })
  })

  it('enters no command and no revision twice', async () => {
    const entry = `INSERT INTO ledger_entry ("programId", revision, "commandId", type, at)
      SELECT "programId", revision + $2, $1, type, at FROM ledger_entry
      WHERE "programId" = $3 ORDER BY revision DESC LIMIT 1`
    const [latest] = await house.database.query<{ commandId: string }>(
      'SELECT "commandId" FROM ledger_entry WHERE "programId" = $1 ORDER BY revision DESC LIMIT 1',
      [house.programId],
    )
    expect(await refused(entry, [latest!.commandId, 1, house.programId])).toEqual({
      code: UNIQUE,
      constraint: 'ledger_entry_command',
    })
    expect(await refused(entry, [randomUUID(), 0, house.programId])).toEqual({
      code: UNIQUE,
      constraint: 'ledger_entry_pkey',
    })
  })
})
