import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectTo, refusalOf } from '../support/empty-database.js'
import { House } from '../support/house.js'

const REFUSED = { code: '42501' }

describe('the ledger, for somebody with a connection to the database', () => {
  let house: House
  /** A programme that was made, then rehearsed: the rehearsal's span begins when it was opened. */
  let rehearsed: { id: string; from: number }
  beforeAll(async () => {
    house = await House.open()
    const id = await house.program('draft')
    const producer = await house.as('daodien')
    await producer.post(`/api/programs/${id}/rehearsal`, { id: randomUUID(), on: true })
    await producer.phase(id, 'open')
    await (await house.as('thuky1')).log('Câu hỏi lúc chạy thử', {}, id)
    const [row] = await house.database.query<{ rehearsedFrom: number }>(
      'SELECT "rehearsedFrom" FROM program WHERE id = $1',
      [id],
    )
    rehearsed = { id, from: row!.rehearsedFrom }
  })
  afterAll(() => house.close())

  const entries = () => house.database.query('SELECT * FROM ledger_entry ORDER BY "programId", revision')

  /** One transaction that says whose rehearsal it wipes, then runs the statement. */
  async function wiping(programId: string, text: string, values: unknown[]): Promise<number> {
    const client = await connectTo(house.database)
    try {
      await client.query('BEGIN')
      await client.query(`SELECT set_config('doithoai.wiping', $1, true)`, [programId])
      const { rowCount } = await client.query(text, values)
      await client.query('ROLLBACK')
      return rowCount ?? 0
    } finally {
      await client.end()
    }
  }

  it.each([
    `UPDATE ledger_entry SET type = 'question.approved'`,
    `UPDATE ledger_entry SET "by" = NULL WHERE revision = 1`,
    `UPDATE ledger_entry SET revision = revision + 1000`,
    'DELETE FROM ledger_entry',
    'DELETE FROM ledger_entry WHERE revision = 1',
    'TRUNCATE ledger_entry',
    'TRUNCATE program CASCADE',
  ])('refuses %s', async statement => {
    const before = await entries()
    expect(before.length).toBeGreaterThan(5)
    expect(await refusalOf(house.database.query(statement))).toMatchObject(REFUSED)
    expect(await entries()).toEqual(before)
  })

  const DELETE = 'DELETE FROM ledger_entry WHERE "programId" = $1 AND revision = $2'

  it('lets go of an entry of a rehearsal only to a transaction that wipes it', async () => {
    const { id, from } = rehearsed
    expect(await refusalOf(house.database.query(DELETE, [id, from]))).toMatchObject(REFUSED)
    expect(await refusalOf(wiping(house.programId, DELETE, [id, from]))).toMatchObject(REFUSED)
    expect(await wiping(id, DELETE, [id, from])).toBe(1)
  })

  it('keeps what was written before the rehearsal opened, and every entry of a programme on air', async () => {
    const { id, from } = rehearsed
    expect(from).toBeGreaterThan(1)
    expect(await refusalOf(wiping(id, DELETE, [id, from - 1]))).toMatchObject(REFUSED)
    expect(await refusalOf(wiping(house.programId, DELETE, [house.programId, 1]))).toMatchObject(REFUSED)
  })

  it('cannot be rewritten even by a wipe', async () => {
    const { id, from } = rehearsed
    const rewrite = `UPDATE ledger_entry SET type = 'x' WHERE "programId" = $1 AND revision = $2`
    expect(await refusalOf(wiping(id, rewrite, [id, from]))).toMatchObject(REFUSED)
    expect(await refusalOf(wiping(id, 'TRUNCATE ledger_entry', []))).toMatchObject(REFUSED)
  })

  it('names after a wipe the span that is gone, and goes on from there without a gap', async () => {
    const id = await house.program('draft')
    const producer = await house.as('daodien')
    await producer.post(`/api/programs/${id}/rehearsal`, { id: randomUUID(), on: true })
    await producer.phase(id, 'open')
    const slip = { id: randomUUID(), verbatim: 'Gọi thử' }
    const secretary = await house.as('thuky1')
    await secretary.post(`/api/programs/${id}/questions`, slip, 201)
    await producer.delete(`/api/programs/${id}/rehearsal`, { id: randomUUID() })

    const left = await house.database.query<{ revision: number; type: string; spanFrom: number | null }>(
      'SELECT revision, type, "spanFrom" FROM ledger_entry WHERE "programId" = $1 ORDER BY revision',
      [id],
    )
    const wipe = left.at(-1)!
    expect(wipe).toMatchObject({ type: 'program.wiped', spanFrom: expect.any(Number) })
    expect(left.map(entry => entry.revision)).toEqual([
      ...Array.from({ length: wipe.spanFrom! - 1 }, (_none, index) => index + 1),
      wipe.revision,
    ])
    // The wiped slip's id stays used, for ever and in every programme.
    await producer.post(`/api/programs/${id}/rehearsal`, { id: randomUUID(), on: false })
    await producer.phase(id, 'open')
    const again = await secretary.ask('POST', `/api/programs/${id}/questions`, slip)
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'request.id_used' } } })
  })
})
