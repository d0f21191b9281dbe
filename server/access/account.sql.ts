import type { Grant } from '#protocol/roles.js'
import type { Transaction } from '../database/transaction.js'

/** Any number does, as long as every instance takes the same. Changes of accounts are few: they take turns. */
export const TAKE_TURNS = { name: 'account_turn', text: 'SELECT pg_advisory_xact_lock(4213120)' }

const KEPT = `SELECT a.id, a.version, a.username, a.name, a."lockedAt", a."oneTime", a."lastSeenAt",
    coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'programId', r."programId")
        ORDER BY r."programId" NULLS FIRST, r.role)
      FROM account_role r WHERE r."accountId" = a.id), '[]') AS roles
  FROM account a`

export const ACCOUNTS = { name: 'accounts', text: `${KEPT} ORDER BY lower(a.username)` }
export const ACCOUNT_BY_ID = { name: 'account_by_id', text: `${KEPT} WHERE a.id = $1` }

/** Whether somebody else can look after the house. */
export const OTHER_KEEPER = {
  name: 'account_other_keeper',
  text: `SELECT 1 FROM account a JOIN account_role r ON r."accountId" = a.id
    WHERE a.id <> $1 AND a."lockedAt" IS NULL AND r.role = 'admin' AND r."programId" IS NULL LIMIT 1`,
}

export const PROGRAMS_KNOWN = { name: 'account_programs', text: 'SELECT id FROM program WHERE id = ANY($1)' }

export const UPDATE_ACCOUNT = {
  name: 'account_write',
  text: 'UPDATE account SET version = $2, name = $3, "lockedAt" = $4 WHERE id = $1',
}

/** A password that a demo account was given later is no more the demo's to change. */
export const GIVE_PASSWORD = {
  name: 'account_password',
  text: `UPDATE account SET "passwordHash" = $2, "oneTime" = $3,
    demo = CASE WHEN demo IS NULL THEN NULL ELSE 'own' END WHERE id = $1`,
}

export const INSERT_ACCOUNT = {
  name: 'account_insert',
  text: `INSERT INTO account (id, username, name, "passwordHash", "oneTime", demo, "createdAt")
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
}

/** Gives an account these roles and no others. */
export function writeRoles(transaction: Transaction, accountId: string, roles: readonly Grant[]): void {
  transaction.write({ text: 'DELETE FROM account_role WHERE "accountId" = $1' }, [accountId])
  transaction.write(
    {
      text: `INSERT INTO account_role (id, "accountId", role, "programId")
        SELECT gen_random_uuid(), $1, role, "programId"
        FROM jsonb_to_recordset($2) AS given(role text, "programId" uuid)`,
    },
    [accountId, JSON.stringify(roles)],
  )
}
