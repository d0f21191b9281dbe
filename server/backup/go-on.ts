import type pg from 'pg'
import { Batches } from '../database/batch.js'
import { LedgerTransaction } from '../ledger/ledger-transaction.js'
import { INSERT_ENTRY } from '../ledger/ledger.sql.js'
import type { Head } from './domain/erasures.js'
import { type Kept, howToGoOn } from './domain/going-on.js'

/** A programme as it goes on, and the numbers that were given out after the backup as far as anybody knows. */
export type GoneOn = { title: string; lostFrom: number; lostTo: number; nextNumber: number }

/**
 * Programmes go on where nobody can have been before: screens and desks still show what was lost, and a caller was
 * told a number. Each ledger names the span that it has no entries of.
 */
export async function goOn(
  client: pg.PoolClient,
  heads: ReadonlyMap<string, Head>,
  now: Date,
): Promise<GoneOn[]> {
  const { rows } = await client.query<Kept & { title: string }>(
    'SELECT id, title, phase, revision, "nextNumber" FROM program ORDER BY "createdAt", id',
  )
  const told: GoneOn[] = []
  for (const program of rows) {
    const { revision, nextNumber } = howToGoOn(program, heads.get(program.id))
    const transaction = new LedgerTransaction(new Batches(client), now)
    transaction.write(
      { text: 'UPDATE program SET revision = $2, "shownRevision" = $2, "nextNumber" = $3 WHERE id = $1' },
      [program.id, revision, nextNumber],
    )
    const entry = [program.id, revision, null, null, 'program.restored', program.id]
    transaction.write(INSERT_ENTRY, [
      ...entry,
      null,
      null,
      null,
      now,
      program.revision + 1,
      `${program.id}:${revision}`,
    ])
    await Promise.all(transaction.sendWrites())
    if (nextNumber === program.nextNumber) continue
    const lostTo = (heads.get(program.id)?.nextNumber ?? program.nextNumber) - 1
    told.push({ title: program.title, lostFrom: program.nextNumber, lostTo, nextNumber })
  }
  return told
}
