import { Injectable } from '@nestjs/common'
import type { Program } from '#protocol/program.js'
import type { AccountActor } from '../access/actor.js'
import { DomainError } from '../errors/domain-error.js'
import { Ledger } from '../ledger/ledger.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import { forgetMessages } from '../messages/message.sql.js'
import type { ProgramRow } from './domain/program.js'
import { programOf } from './program-row.js'
import { ProgramsService } from './programs.service.js'

/** Wipes what was rehearsed, in one press. */
@Injectable()
export class RehearsalService {
  constructor(
    private readonly ledger: Ledger,
    private readonly programs: ProgramsService,
  ) {}

  /**
   * Removes questions, wordings, receipts, messages and the ledger's entries since the rehearsal opened. Numbers start at 1
   * again, the run is one higher, and the revision goes on: the wipe is the next one and drops everything.
   */
  async wipe(actor: AccountActor, programId: string, id: string): Promise<{ program: Program }> {
    await this.ledger.record(
      { id, programId, type: 'program.wiped', targetId: programId, by: actor.person },
      async () => undefined,
      transaction => {
        const program = programOf(transaction)
        if (program.rehearsedFrom === null) throw new DomainError('program.phase_not_possible')
        removeEntries(transaction, program)
        removeQuestions(transaction, program)
        forgetMessages(transaction)
        startAnew(transaction, program)
        return { result: undefined, from: program.phase, to: 'draft', spanFrom: program.rehearsedFrom }
      },
    )
    return this.programs.read(programId)
  }
}

function removeQuestions(transaction: LedgerTransaction, program: ProgramRow): void {
  for (const table of ['screen_painting', 'screen_showing', 'screen_response'])
    transaction.write(
      {
        text: `DELETE FROM ${table} WHERE "questionId" IN (SELECT id FROM question WHERE "programId" = $1)`,
      },
      [program.id],
    )
  transaction.write(
    {
      text: `UPDATE screen SET "shownQuestionId" = NULL, revision = $2
        WHERE "programId" = $1 AND "shownQuestionId" IS NOT NULL`,
    },
    [program.id, transaction.revision],
  )
  transaction.write({ text: 'DELETE FROM question WHERE "programId" = $1' }, [program.id])
}

/** The entries go, the ids of their commands stay used; the ids of questions tell everybody what to drop. */
function removeEntries(transaction: LedgerTransaction, program: ProgramRow): void {
  transaction.write({ text: `SELECT set_config('doithoai.wiping', $1, true)` }, [program.id])
  transaction.write(
    {
      text: `WITH removed AS (
          DELETE FROM ledger_entry WHERE "programId" = $1 AND revision >= $2 RETURNING "commandId")
        INSERT INTO wiped_command (id, "programId", revision, question, "wasApproved")
        SELECT "commandId", $1, $3, q.id IS NOT NULL, coalesce(q."wasApproved", false)
        FROM removed LEFT JOIN question q ON q.id = "commandId" WHERE "commandId" IS NOT NULL`,
    },
    [program.id, program.rehearsedFrom, transaction.revision],
  )
}

function startAnew(transaction: LedgerTransaction, program: ProgramRow): void {
  transaction.write(
    {
      text: `UPDATE program SET phase = 'draft', run = run + 1, version = version + 1, "nextNumber" = 1,
        "paperRanges" = '[]', "airHolder" = NULL, blank = false, "intakeOpen" = true, "rehearsedFrom" = NULL,
        "wipedRevision" = revision, "shownRevision" = revision, "closedAt" = NULL WHERE id = $1`,
    },
    [program.id],
  )
}
