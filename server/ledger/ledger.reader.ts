import { Injectable } from '@nestjs/common'
import type { Person } from '#protocol/roles.js'
import { Database } from '../database/database.js'

export type Head = { id: string; revision: number }
export type EntryHead = { revision: number; type: string; by: Person | null; at: Date }

/** Reads the ledger for those who announce what stands in it. */
@Injectable()
export class LedgerReader {
  constructor(private readonly database: Database) {}

  /** The latest revision of each programme, in one query. */
  heads(programIds: readonly string[]): Promise<Head[]> {
    return this.database.query<Head>(
      { name: 'ledger_heads', text: 'SELECT id, revision FROM program WHERE id = ANY($1)' },
      [programIds],
    )
  }

  /** The entry of one revision, or nothing when a wipe removed it. */
  async entry(programId: string, revision: number): Promise<EntryHead | undefined> {
    const [entry] = await this.database.query<EntryHead>(
      {
        name: 'ledger_head_entry',
        text: 'SELECT revision, type, "by", at FROM ledger_entry WHERE "programId" = $1 AND revision = $2',
      },
      [programId, revision],
    )
    return entry
  }
}
