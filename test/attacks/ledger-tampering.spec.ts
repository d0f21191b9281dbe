import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LedgerWatch } from '../../server/ledger/ledger-watch.js'
import { connectTo, refusalOf } from '../support/empty-database.js'
import { House } from '../support/house.js'
import { Instance } from '../support/instance.js'

/** What somebody may try who got the program's own password to the database. */
const TABLES = ['ledger_entry', 'audit_entry'] as const

describe('what stands in the books', () => {
  let house: House
  beforeAll(async () => {
    house = await House.open()
    await (await house.as('duyet1')).approved('Câu đã duyệt')
  })
  afterAll(() => house.close())

  it.each(TABLES)('%s is not changed, emptied or taken from by the program’s own account', async table => {
    const before = await house.database.query(`SELECT count(*)::int FROM ${table}`)
    for (const statement of [
      `UPDATE ${table} SET type = type`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
      `TRUNCATE ${table} CASCADE`,
      'TRUNCATE program CASCADE',
      `WITH gone AS (DELETE FROM ${table} RETURNING 1) SELECT count(*) FROM gone`,
      `MERGE INTO ${table} USING (SELECT 1) one ON true WHEN MATCHED THEN DELETE`,
      `INSERT INTO ${table} SELECT * FROM ${table} ON CONFLICT DO NOTHING; DELETE FROM ${table}`,
    ])
      expect({ statement, ...(await refusalOf(house.database.query(statement))) }).toEqual({
        statement,
        code: '42501',
      })
    expect(await house.database.query(`SELECT count(*)::int FROM ${table}`)).toEqual(before)
  })

  it('has no gap by itself, not even after a rehearsal was wiped', async () => {
    const id = await house.program('draft')
    const producer = await house.as('daodien')
    await producer.post(`/api/programs/${id}/rehearsal`, { id: randomUUID(), on: true })
    await producer.phase(id, 'open')
    await (await house.as('thuky1')).log('Câu thử', {}, id)
    await producer.delete(`/api/programs/${id}/rehearsal`, { id: randomUUID() })
    await producer.post(`/api/programs/${id}/rehearsal`, { id: randomUUID(), on: false })
    expect(await house.app.get(LedgerWatch).gaps()).toEqual([])
  })

  it('is reported at the next start when the owner of the database takes something out', async () => {
    const programId = await house.program('open')
    const secretary = await house.as('thuky1')
    for (const verbatim of ['Câu đầu', 'Câu bị xóa dấu vết']) await secretary.log(verbatim, {}, programId)
    const [last] = await house.database.query<{ revision: number }>(
      'SELECT revision FROM program WHERE id = $1',
      [programId],
    )
    const owner = await connectTo(house.database)
    await owner.query('ALTER TABLE ledger_entry DISABLE TRIGGER USER')
    await owner.query('DELETE FROM ledger_entry WHERE "programId" = $1 AND revision IN (2, $2)', [
      programId,
      last!.revision,
    ])
    await owner.query('ALTER TABLE ledger_entry ENABLE TRIGGER USER')
    await owner.end()
    expect(await house.app.get(LedgerWatch).gaps()).toEqual([
      { programId, from: 2, until: 2 },
      { programId, from: last!.revision, until: last!.revision },
    ])
    const instance = await Instance.start({ DATABASE_URL: house.database.url })
    await expect.poll(() => instance.said).toContain('ledger entries are missing')
    expect(instance.said).toContain(programId)
    await instance.kill()
  })
})
