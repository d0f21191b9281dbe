import { Injectable } from '@nestjs/common'
import type { AuditEntries, AuditEntry as AuditEntryView, ListAudit } from '#protocol/audit.js'
import { Moment } from '#protocol/ids.js'
import { type AccountActor, mustHold, rolesForHouse } from '../access/actor.js'
import { Database } from '../database/database.js'
import { invalidField } from '../errors/domain-error.js'
import type { LedgerEntry } from '../ledger/ledger-entry.entity.js'
import type { AuditEntry } from './audit-entry.entity.js'

type Row = AuditEntry & Pick<LedgerEntry, 'from' | 'to' | 'reasonCode'>

/** Programmes, account, kind, from, to; then moment and id that the last page ended with. */
const ASKED_FOR = `($1::uuid[] IS NULL OR "programId" = ANY($1))
  AND ($2::uuid IS NULL OR "targetId" = $2 OR "by"->>'id' = $2::text)
  AND ($3::text IS NULL OR type = $3)
  AND ($4::timestamptz IS NULL OR at >= $4) AND ($5::timestamptz IS NULL OR at < $5)
  AND ($6::timestamptz IS NULL OR at <= $6 AND (at < $6 OR id < $7))
  ORDER BY at DESC, id DESC LIMIT $8`

/** An entry of the ledger is named by programme and revision, so that those of one moment keep their order. */
const LEDGER = `SELECT at, "programId" || ':' || lpad(revision::text, 10, '0') COLLATE "C" AS id, "by", type,
    "programId", "targetId", "from", "to", "reasonCode", '{}'::jsonb AS details FROM ledger_entry`
const AUDIT = `SELECT at, id::text COLLATE "C" AS id, "by", type, "programId", "targetId",
    NULL::text AS "from", NULL::text AS "to", NULL::text AS "reasonCode", details FROM audit_entry`

const PAGE = `(SELECT * FROM (${LEDGER}) ledger WHERE ${ASKED_FOR})
  UNION ALL (SELECT * FROM (${AUDIT}) audit WHERE ${ASKED_FOR})
  ORDER BY at DESC, id DESC LIMIT $8`

const ID = /^[0-9a-f-]{36}(?::\d{10})?$/

/** What was done in the house: the changes of programmes, and everything that was noted beside them, in one list. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  /** A page, newest first: of everything for whom administers the house, else of the programmes administered. */
  async list(actor: AccountActor, asked: ListAudit): Promise<AuditEntries> {
    const [at, id] = cursorOf(asked.after)
    const found = await this.database.query<Row>({ text: PAGE }, [
      scopeOf(actor, asked.programId),
      asked.accountId ?? null,
      asked.type ?? null,
      asked.from ?? null,
      asked.to ?? null,
      at,
      id,
      asked.limit + 1,
    ])
    const page = found.slice(0, asked.limit)
    const last = page.at(-1)
    return {
      entries: page.map(presentAuditEntry),
      next: last && found.length > asked.limit ? `${last.at.toISOString()}/${last.id}` : null,
    }
  }
}

/** The programmes whose entries may be read; null for everything. */
function scopeOf(actor: AccountActor, programId: string | undefined): string[] | null {
  if (programId) {
    mustHold(actor, programId, ['admin'])
    return [programId]
  }
  if (rolesForHouse(actor).includes('admin')) return null
  return actor.grants.flatMap(grant => (grant.role === 'admin' && grant.programId ? [grant.programId] : []))
}

/** Moment and id of the entry that a page ended with. */
function cursorOf(after: string | undefined): [string | null, string | null] {
  if (!after) return [null, null]
  const [at, id, ...more] = after.split('/')
  if (!Moment.safeParse(at).success || !ID.test(id ?? '') || more.length > 0)
    throw invalidField('after', 'cursor.unknown')
  return [at!, id!]
}

const presentAuditEntry = (entry: Row): AuditEntryView => ({
  id: entry.id,
  at: entry.at.toISOString(),
  by: entry.by && { id: entry.by.id, name: entry.by.name },
  type: entry.type,
  programId: entry.programId,
  targetId: entry.targetId,
  from: entry.from,
  to: entry.to,
  reasonCode: entry.reasonCode,
  details: entry.details,
})
