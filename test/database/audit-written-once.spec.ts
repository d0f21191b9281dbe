import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../protocol/paths.js'
import { refusalOf } from '../support/empty-database.js'
import { House } from '../support/house.js'

describe('the audit, for somebody with a connection to the database', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open()
    const secretary = await house.as('thuky1')
    await secretary.post(paths.callerLookup, { programId: house.programId, phone: '0939 000 112' })
  })
  afterAll(() => house.close())

  it.each([
    `UPDATE audit_entry SET type = 'account.signed_out'`,
    `UPDATE audit_entry SET "by" = NULL`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
  ])('refuses %s', async statement => {
    const entries = () => house.database.query('SELECT * FROM audit_entry ORDER BY at, id')
    const before = await entries()
    expect(before.length).toBeGreaterThan(0)
    expect(await refusalOf(house.database.query(statement))).toMatchObject({ code: '42501' })
    expect(await entries()).toEqual(before)
  })
})
