import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Batches } from '../../server/database/batch.js'
import { copyDatabase, type TestDatabase } from '../support/database.js'

const one = { name: 'one', text: 'SELECT 1 AS one' }
const half = { name: 'half', text: 'SELECT 1 / $1::int AS half' }
const late = { name: 'late', text: 'SELECT $1::text AS late, NULL AS none' }

describe('statements that are asked in one go', () => {
  let database: TestDatabase
  let client: pg.Client
  let connection: Batches
  beforeAll(async () => {
    database = await copyDatabase()
    client = new pg.Client({ connectionString: database.url, pipeline: true, query_timeout: 4000 } as never)
    client.on('error', () => {})
    await client.connect()
    connection = new Batches(client)
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
  })

  const settled = async (asked: Promise<unknown>[]) =>
    (await Promise.allSettled(asked)).map(result =>
      result.status === 'fulfilled' ? result.value : (result.reason as { code: string }).code,
    )

  it('are answered each with its own rows, the first time and ever after', async () => {
    for (let time = 0; time < 3; time++)
      expect(
        await settled([
          connection.query(one),
          connection.query(late, ['đất']),
          connection.query({ text: 'SELECT now() - now() AS "none" WHERE false' }),
          connection.query(late, [null]),
        ]),
      ).toEqual([[{ one: 1 }], [{ late: 'đất', none: null }], [], [{ late: null, none: null }]])
  })

  it('are answered up to the fault, and refused from there on; the connection goes on', async () => {
    const fresh = { name: 'never_read', text: 'SELECT 2 AS two' }
    for (let time = 0; time < 3; time++) {
      expect(
        await settled([connection.query(one), connection.query(half, [0]), connection.query(fresh)]),
      ).toEqual([[{ one: 1 }], '22012', '22012'])
      expect(await settled([connection.query(fresh), connection.query(half, [1])])).toEqual([
        [{ two: 2 }],
        [{ half: 1 }],
      ])
    }
  })

  it('that cannot be read are refused as often as they are told', async () => {
    const broken = { name: 'broken', text: 'SELECT nonsense' }
    for (let time = 0; time < 2; time++)
      expect(await settled([connection.query(broken), connection.query(one)])).toEqual(['42703', '42703'])
    expect(await connection.query(one)).toEqual([{ one: 1 }])
  })

  it('do not commit what comes before a fault', async () => {
    await connection.query({ text: 'CREATE TEMPORARY TABLE kept (n int)' })
    await settled([
      connection.query({ text: 'BEGIN' }),
      connection.query({ text: 'INSERT INTO kept VALUES (1)' }),
      connection.query(half, [0]),
      connection.query({ text: 'COMMIT' }),
    ])
    await connection.query({ text: 'ROLLBACK' })
    expect(await connection.query({ text: 'SELECT * FROM kept' })).toEqual([])
  })

  it('are all refused when the connection goes', async () => {
    const doomed = new pg.Client({ connectionString: database.url, pipeline: true } as never)
    doomed.on('error', () => {})
    await doomed.connect()
    const asked = new Batches(doomed)
    await asked.query(one)
    const ended = settled([
      asked.query(one),
      asked.query({ text: 'SELECT pg_terminate_backend(pg_backend_pid())' }),
      asked.query(one),
    ])
    expect((await ended).slice(1)).toEqual(['57P01', '57P01'])
    await expect(asked.query(one)).rejects.toThrow(/ECONNRESET|not queryable|terminated/i)
  })
})
