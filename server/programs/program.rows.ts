import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import type { ProgramRow } from './domain/program.js'
import { type Lists, ProgramListsReader } from './program-lists.js'

const ONE = { name: 'program_one', text: 'SELECT * FROM program WHERE id = $1' }

/** Reads a programme, outside of a change unless its transaction is given. */
@Injectable()
export class ProgramRows {
  constructor(
    private readonly database: Database,
    private readonly lists: ProgramListsReader,
  ) {}

  async one(programId: string): Promise<{ program: ProgramRow; lists: Lists }> {
    const [program] = await this.database.query<ProgramRow>(ONE, [programId])
    if (!program) throw new DomainError('program.not_found')
    return { program, lists: await this.listsOf(program) }
  }

  listsOf(
    program: ProgramRow,
    by: Pick<Database, 'query'> | LedgerTransaction = this.database,
  ): Promise<Lists> {
    return this.lists.of(program, (statement, values) => by.query(statement, values) as never)
  }
}
