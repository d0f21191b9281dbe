import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import type { ProgramRow } from './domain/program.js'

/** The locked programme with all its columns. */
export const programOf = (transaction: LedgerTransaction) => transaction.program as unknown as ProgramRow
