import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import type { Person } from '#protocol/roles.js'
import { Database } from '../database/database.js'
import type { Transaction } from '../database/transaction.js'
import { DomainError } from '../errors/domain-error.js'
import { Clock } from '../ledger/clock.js'

/** What is noted. `id` is the command's, when a command did it; in `details` is nobody's data and no text. */
export type AuditNote = {
  id?: string
  by: Person | null
  type: string
  programId?: string
  targetId?: string
  details?: Record<string, unknown>
}

const INSERT = {
  name: 'audit_note',
  text: `INSERT INTO audit_entry (id, at, "by", type, "programId", "targetId", details)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
}

/** Also finds the ids that changes of programmes used: they match nothing here. */
const FIND = {
  name: 'audit_find',
  text: `SELECT "by"->>'id' AS "accountId", type, "targetId" FROM audit_entry WHERE id = $1
    UNION ALL SELECT NULL, NULL, NULL FROM ledger_entry WHERE "commandId" = $1
    UNION ALL SELECT NULL, NULL, NULL FROM wiped_command WHERE id = $1`,
}

/** Writes down who did what, where it is no change of a programme: those are in the ledger. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes what a transaction does: both are kept, or neither. */
  noteIn(transaction: Transaction, note: AuditNote): void {
    transaction.write(INSERT, this.valuesOf(note))
  }

  /** Whether the very same command was carried out before. Its id for anything else is refused. */
  async isRepeated(transaction: Transaction, command: AuditNote & { id: string }): Promise<boolean> {
    const [earlier] = await transaction.query<{ accountId: string; type: string; targetId: string }>(FIND, [
      command.id,
    ])
    if (!earlier) return false
    const same =
      earlier.accountId === command.by?.id &&
      earlier.type === command.type &&
      earlier.targetId === command.targetId
    if (!same) throw new DomainError('request.id_used')
    return true
  }

  async note(note: AuditNote): Promise<void> {
    await this.database.query(INSERT, this.valuesOf(note))
  }

  private valuesOf({ id, by, type, programId, targetId, details }: AuditNote): unknown[] {
    const at = this.clock.now()
    return [id ?? newId(), at, by, type, programId ?? null, targetId ?? null, details ?? {}]
  }
}
