import { Injectable } from '@nestjs/common'
import { invalidField } from '../errors/domain-error.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import type { ProgramRow } from '../programs/domain/program.js'
import { ProgramRows } from '../programs/program.rows.js'

/** Whose seat a screen may stand at. */
@Injectable()
export class ScreenSeating {
  constructor(private readonly programs: ProgramRows) {}

  /** Refuses a speaker who is not on the panel of that programme. */
  async mustBeSeated(
    transaction: LedgerTransaction,
    program: ProgramRow,
    speakerId: string | null | undefined,
  ): Promise<void> {
    if (!speakerId) return
    const { known } = await this.programs.listsOf(program, transaction)
    if (!known.speakerIds.has(speakerId)) throw invalidField('speakerId', 'list.unknown_entry')
  }
}
