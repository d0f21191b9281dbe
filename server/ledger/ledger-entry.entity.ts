import { EntitySchema } from 'typeorm'
import type { Person } from '#protocol/roles.js'

/**
 * One change of a programme: who, when, which move, from, to, and the reason's code. No text and no caller's data,
 * so that erasing a caller or a denunciation is complete. A trigger refuses updates and deletes.
 */
export type LedgerEntry = {
  programId: string
  revision: number
  /** The id that the command came with; null where one command changed a second programme too. */
  commandId: string | null
  by: Person | null
  type: string
  targetId: string | null
  from: string | null
  to: string | null
  reasonCode: string | null
  at: Date
  /** Of a wipe: the first revision of the span that it removed, itself the last. */
  spanFrom: number | null
}

export const LedgerEntryEntity = new EntitySchema<LedgerEntry>({
  name: 'ledger_entry',
  columns: {
    programId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'ledger_entry_pkey' },
    revision: { type: 'int', primary: true, primaryKeyConstraintName: 'ledger_entry_pkey' },
    commandId: { type: 'uuid', nullable: true },
    by: { type: 'jsonb', nullable: true },
    type: { type: 'text' },
    targetId: { type: 'uuid', nullable: true },
    from: { type: 'text', nullable: true },
    to: { type: 'text', nullable: true },
    reasonCode: { type: 'text', nullable: true },
    at: { type: 'timestamptz' },
    spanFrom: { type: 'int', nullable: true },
  },
  indices: [
    { name: 'ledger_entry_command', columns: ['commandId'], unique: true },
    { name: 'ledger_entry_target', columns: ['targetId'] },
    { name: 'ledger_entry_at', columns: ['at'] },
  ],
  foreignKeys: [
    {
      name: 'ledger_entry_program',
      target: 'program',
      columnNames: ['programId'],
      referencedColumnNames: ['id'],
    },
  ],
})

/** The id of a command whose entry a wipe removed: it stays used for ever. */
export type WipedCommand = {
  id: string
  programId: string
  revision: number
  /** It logged a question, which desks drop; and screens too if it was ever approved. */
  question: boolean
  wasApproved: boolean
}

export const WipedCommandEntity = new EntitySchema<WipedCommand>({
  name: 'wiped_command',
  columns: {
    id: { type: 'uuid', primary: true },
    programId: { type: 'uuid' },
    revision: { type: 'int' },
    question: { type: 'boolean' },
    wasApproved: { type: 'boolean' },
  },
  indices: [{ name: 'wiped_command_program', columns: ['programId', 'revision'] }],
})
