import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import type { Grant } from '#protocol/roles.js'
import { Database } from '../database/database.js'
import type { Transaction } from '../database/transaction.js'
import { Notifications } from '../database/notifications.js'
import { Clock } from '../ledger/clock.js'
import type { AccountActor } from './actor.js'
import { hashSecret, newSecret } from './secrets.js'

const IDLE_MS = 12 * 3_600_000
const LONGEST_MS = 24 * 3_600_000
const FORGOTTEN_MS = 7 * LONGEST_MS
/** How often, at most, a session in use is written down as used. */
const TOUCH_MS = 60_000

type Held = { actor: AccountActor; createdAt: Date; usedAt: Date }
type Loaded = {
  sessionId: string
  accountId: string
  name: string
  oneTime: boolean
  createdAt: Date
  usedAt: Date
  grants: Grant[]
}

const LOAD = {
  name: 'session_load',
  text: `SELECT s.id AS "sessionId", a.id AS "accountId", a.name, a."oneTime", s."createdAt", s."usedAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'programId', r."programId"))
        FROM account_role r WHERE r."accountId" = a.id), '[]') AS grants
    FROM session s JOIN account a ON a.id = s."accountId"
    WHERE s."tokenHash" = $1 AND a."lockedAt" IS NULL`,
}

/** Gone, locked, or too old while no programme of theirs is live. */
const OVER = {
  name: 'session_over',
  text: `SELECT asked.id FROM unnest($1::uuid[]) AS asked(id)
    LEFT JOIN session s ON s.id = asked.id LEFT JOIN account a ON a.id = s."accountId"
    WHERE s.id IS NULL OR a."lockedAt" IS NOT NULL OR (
      (s."usedAt" < $2 OR s."createdAt" < $3) AND NOT EXISTS (
        SELECT 1 FROM program p JOIN account_role r ON r."programId" IS NULL OR r."programId" = p.id
        WHERE r."accountId" = s."accountId" AND p.phase IN ('live', 'paused')))`,
}

/** Ends sessions of an account, but perhaps one, and tells every instance. */
const END_ALL = {
  name: 'session_end_all',
  text: `WITH ended AS (
      DELETE FROM session WHERE "accountId" = $1 AND id IS DISTINCT FROM $2::uuid RETURNING id)
    SELECT pg_notify('kick', 'session:' || id::text) FROM ended`,
}

/**
 * Nothing begins with a password that was replaced, or an account that was locked, since the password was looked at:
 * the account's row is waited for, and looked at again.
 */
const BEGIN_SESSION = {
  name: 'session_begin',
  text: `WITH seen AS (UPDATE account SET "lastSeenAt" = $3
      WHERE id = $1 AND "passwordHash" = $2 AND "lockedAt" IS NULL RETURNING id)
    INSERT INTO session (id, "tokenHash", "accountId", "createdAt", "usedAt") SELECT $4, $5, id, $3, $3 FROM seen`,
}

const TOUCH = {
  name: 'session_touch',
  text: `WITH seen AS (UPDATE account SET "lastSeenAt" = $3 WHERE id = $1)
    UPDATE session SET "usedAt" = $3 WHERE id = $2`,
}

/** Who a cookie belongs to. Looked up once, then held until it is revoked here or on any other instance. */
@Injectable()
export class Sessions {
  private readonly held = new Map<string, Held>()
  /** Revocations heard so far. */
  private revocations = 0

  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
  ) {
    notifications.on('kick', kicked => this.forget(kicked))
    notifications.onBack(() => this.held.clear())
  }

  /** Begins a session for whom this password's hash lets in, and returns the secret for its cookie. */
  async begin(accountId: string, passwordHash: string): Promise<string> {
    const secret = newSecret()
    const now = this.clock.now()
    await this.sweep(now)
    await this.database.query(BEGIN_SESSION, [accountId, passwordHash, now, newId(), hashSecret(secret)])
    return secret
  }

  /** Who holds this secret, or nobody. */
  async find(secret: string): Promise<AccountActor | undefined> {
    const tokenHash = hashSecret(secret)
    // Without news a revocation elsewhere would not be heard of: then what is held counts for nothing.
    const known = this.notifications.connected ? this.held.get(tokenHash) : undefined
    const now = this.clock.now()
    // Another instance may have seen it used since: whether it is over only the database knows.
    const held = known && !isOver(known, now) ? known : await this.load(tokenHash)
    if (!held) return undefined
    if (isOver(held, now) && !(await this.isOnAir(held.actor))) {
      await this.end(held.actor.sessionId)
      return undefined
    }
    if (now.getTime() - held.usedAt.getTime() > TOUCH_MS) this.touch(held, now)
    return held.actor
  }

  /** Ends one session, here and on every instance: its sockets are cut. */
  async end(sessionId: string): Promise<void> {
    await this.database.query(
      {
        text: `WITH ended AS (DELETE FROM session WHERE id = $1) SELECT pg_notify('kick', 'session:' || $1::text)`,
      },
      [sessionId],
    )
    this.forget(`session:${sessionId}`)
  }

  /** Ends every session of an account, but perhaps the one in hand. */
  async endAll(accountId: string, exceptSessionId?: string): Promise<void> {
    await this.database.query(END_ALL, [accountId, exceptSessionId ?? null])
    this.forget(`account:${accountId}`)
  }

  /** The same together with what takes the account's rights; `refresh` behind its commit. */
  endAllWith(transaction: Transaction, accountId: string): void {
    transaction.write(END_ALL, [accountId, null])
  }

  /** The rights of an account changed: what is held of it is read anew. */
  async refresh(accountId: string): Promise<void> {
    await this.database.query({ text: `SELECT pg_notify('kick', 'account:' || $1::text)` }, [accountId])
    this.forget(`account:${accountId}`)
  }

  /** Which of these sessions, those of open sockets, are over; what is held is asked about with them. */
  async over(sessionIds: readonly string[]): Promise<string[]> {
    const now = this.clock.now().getTime()
    const held = [...this.held.values()].map(({ actor }) => actor.sessionId)
    const rows = await this.database.query<{ id: string }>(OVER, [
      [...new Set([...sessionIds, ...held])],
      new Date(now - IDLE_MS),
      new Date(now - LONGEST_MS),
    ])
    for (const { id } of rows) this.forget(`session:${id}`)
    return rows.map(row => row.id)
  }

  private async load(tokenHash: string): Promise<Held | undefined> {
    const before = this.revocations
    const [row] = await this.database.query<Loaded>(LOAD, [tokenHash])
    // Somebody was revoked while this was read: it may be older than that.
    if (before !== this.revocations) return this.load(tokenHash)
    if (!row) return undefined
    const held: Held = {
      actor: {
        kind: 'account',
        sessionId: row.sessionId,
        person: { id: row.accountId, name: row.name },
        grants: row.grants,
        passwordChangeNeeded: row.oneTime,
      },
      createdAt: row.createdAt,
      usedAt: row.usedAt,
    }
    if (this.notifications.connected) this.held.set(tokenHash, held)
    return held
  }

  /** Sessions whose cookie never came back are removed when they are long over. */
  private async sweep(now: Date): Promise<void> {
    const long = new Date(now.getTime() - FORGOTTEN_MS)
    await this.database.query({ text: 'DELETE FROM session WHERE "usedAt" < $1' }, [long])
    for (const [tokenHash, { usedAt }] of this.held) if (usedAt < long) this.held.delete(tokenHash)
  }

  private touch(held: Held, now: Date): void {
    held.usedAt = now
    this.database.query(TOUCH, [held.actor.person.id, held.actor.sessionId, now]).catch(() => {})
  }

  /** A session is not ended while a programme of theirs is live. */
  private async isOnAir(actor: AccountActor): Promise<boolean> {
    const house = actor.grants.some(grant => grant.programId === null)
    const programIds = actor.grants.flatMap(grant => grant.programId ?? [])
    const [row] = await this.database.query<{ live: boolean }>(
      {
        text: `SELECT EXISTS (SELECT 1 FROM program
          WHERE phase IN ('live', 'paused') AND ($1 OR id = ANY($2))) AS live`,
      },
      [house, programIds],
    )
    return row!.live
  }

  private forget(kicked: string): void {
    const [kind, id] = kicked.split(':')
    if (kind === 'session' || kind === 'account') this.revocations++
    for (const [tokenHash, { actor }] of this.held) {
      if (kind === 'session' && actor.sessionId === id) this.held.delete(tokenHash)
      if (kind === 'account' && actor.person.id === id) this.held.delete(tokenHash)
    }
  }
}

const isOver = ({ createdAt, usedAt }: Held, now: Date) =>
  now.getTime() - usedAt.getTime() > IDLE_MS || now.getTime() - createdAt.getTime() > LONGEST_MS
