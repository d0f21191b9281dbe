import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'

export type Head = { id: string; revision: number }

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
}
