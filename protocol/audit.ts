import { z } from 'zod'
import { Id, Moment } from './ids.js'
import { Person } from './roles.js'

/** What is asked of the audit: whose (by whom or to whom), of which kind, from when on, and before when. */
export const ListAudit = z.strictObject({
  programId: Id.optional(),
  accountId: Id.optional(),
  type: z.string().max(60).optional(),
  from: Moment.optional(),
  to: Moment.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListAudit = z.infer<typeof ListAudit>

/** Something that was done: no caller's data and no text. */
export const AuditEntry = z.strictObject({
  id: z.string(),
  at: Moment,
  /** Nobody, where somebody could not sign in. */
  by: Person.nullable(),
  /** `question.approved`, `account.signed_in`, `caller.looked_up` … */
  type: z.string(),
  programId: z.uuid().nullable(),
  targetId: z.uuid().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reasonCode: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** The newest first. */
export const AuditEntries = z.strictObject({ entries: z.array(AuditEntry), next: z.string().nullable() })
export type AuditEntries = z.infer<typeof AuditEntries>
