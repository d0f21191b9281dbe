import { expect } from 'vitest'
import type { TestDatabase } from './database.js'
import type { LiveClient } from './live-client.js'

export type Entry = { revision: number; commandId: string; type: string; targetId: string }

/** The ledger of one programme, in the order in which it was committed. */
export const entriesOf = (database: TestDatabase, programId: string): Promise<Entry[]> =>
  database.query<Entry>(
    'SELECT revision, "commandId", type, "targetId" FROM ledger_entry WHERE "programId" = $1 ORDER BY revision',
    [programId],
  )

export async function headOf(database: TestDatabase, programId: string): Promise<number> {
  const [program] = await database.query<{ revision: number }>('SELECT revision FROM program WHERE id = $1', [
    programId,
  ])
  return program!.revision
}

/** The running order as it stands in the database: ids of what is approved. */
export async function runningOrder(database: TestDatabase, programId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `SELECT id FROM question WHERE "programId" = $1 AND state = 'approved' ORDER BY "order" COLLATE "C"`,
    [programId],
  )
  return rows.map(({ id }) => id)
}

/** Revisions 1, 2, 3 … up to the programme's own, whatever was refused meanwhile. */
export async function expectNoGap(database: TestDatabase, programId: string): Promise<Entry[]> {
  const entries = await entriesOf(database, programId)
  const head = await headOf(database, programId)
  expect(entries.map(entry => entry.revision)).toEqual(Array.from({ length: head }, (_none, at) => at + 1))
  return entries
}

/** Each patch that a client applied began where it stood and led on; the last one led to the head. */
export function expectInOrder(client: LiveClient, start: number, head: number): void {
  let reached = start
  for (const { from, revision } of client.applied) {
    expect(from).toBeLessThanOrEqual(reached)
    expect(revision).toBeGreaterThan(reached)
    reached = revision
  }
  expect({ reached, shown: client.revision }).toEqual({ reached: head, shown: head })
}
