import { EntitySchema } from 'typeorm'
import type { Person } from '#protocol/roles.js'

/**
 * Something done that is no change of a programme: by whom, when, to what. No caller's data and no text. A trigger
 * refuses updates and deletes.
 */
export type AuditEntry = {
  /** The id that the command came with, if it was one. */
  id: string
  at: Date
  by: Person | null
  type: string
  programId: string | null
  targetId: string | null
  details: Record<string, unknown>
}

export const AuditEntryEntity = new EntitySchema<AuditEntry>({
  name: 'audit_entry',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'audit_entry_pkey' },
    at: { type: 'timestamptz' },
    by: { type: 'jsonb', nullable: true },
    type: { type: 'text' },
    programId: { type: 'uuid', nullable: true },
    targetId: { type: 'uuid', nullable: true },
    details: { type: 'jsonb', default: {} },
  },
  indices: [
    { name: 'audit_entry_at', columns: ['at'] },
    // On an expression, made by the migration: what somebody did of one kind.
    { name: 'audit_entry_by', columns: ['by'], synchronize: false },
  ],
})
