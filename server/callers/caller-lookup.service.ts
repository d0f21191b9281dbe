import { Injectable } from '@nestjs/common'
import { type CallerCalls, type LookUpCaller, CALLS_SHOWN } from '#protocol/caller-lookup.js'
import type { QuestionState } from '#protocol/question.js'
import { type AccountActor, mustHold } from '../access/actor.js'
import { AuditTrail } from '../audit/audit-trail.js'
import { Database } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import { Clock } from '../ledger/clock.js'
import { presentCaller } from '../questions/question.presenter.js'
import { type Caller, toE164 } from './domain/caller.js'
import { type EarlierLookups, LOOKUP_WINDOW_MS, lookupWaitSeconds } from './domain/lookup-limit.js'

const LOOKED_UP = 'caller.looked_up'

type CallRow = {
  programId: string
  questionId: string
  number: number
  state: QuestionState
  loggedAt: Date
  text: string
  caller: Caller
}

/** The account's look-ups take turns, on whichever instance: parallel ones would all be counted before any was noted. */
const TAKE_TURNS = { name: 'lookup_turn', text: 'SELECT 1 FROM account WHERE id = $1 FOR NO KEY UPDATE' }

const EARLIER = {
  name: 'lookup_earlier',
  text: `SELECT count(*)::int AS count, min(at) AS oldest FROM audit_entry
    WHERE "by"->>'id' = $1::text AND type = '${LOOKED_UP}' AND at > $2`,
}

const PROGRAM = { name: 'lookup_program', text: 'SELECT 1 FROM program WHERE id = $1' }

/**
 * By E.164, or by bare digits where either number has none. Of another programme only calls on air whose caller gave
 * leave to keep them; what was rehearsed there never happened.
 */
const CALLS = {
  name: 'lookup_calls',
  text: `SELECT q."programId", q.id AS "questionId", q.number, q.state, q."loggedAt",
      coalesce(q.wording, q.verbatim) AS text, q.caller
    FROM question q JOIN program p ON p.id = q."programId"
    WHERE q.caller IS NOT NULL AND q.state <> 'diverted'
      AND (q.caller->'phone'->>'e164' = $2
        OR typed_number(q.caller->'phone'->>'typed') = typed_number($3)
          AND ($2 IS NULL OR q.caller->'phone'->>'e164' IS NULL))
      AND (q."programId" = $1 OR (q.caller->>'mayKeep')::boolean AND p."rehearsedFrom" IS NULL)
    ORDER BY q."loggedAt" DESC, q.number DESC LIMIT ${CALLS_SHOWN}`,
}

/** Who called before, and what became of it. */
@Injectable()
export class CallerLookupService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Earlier calls of this number, the latest first. Each look-up is noted, without the number. */
  async lookUp(actor: AccountActor, { programId, phone }: LookUpCaller): Promise<CallerCalls> {
    mustHold(actor, programId, ['secretary', 'moderator'])
    const now = this.clock.now()
    const { id } = actor.person
    return this.database.transaction(async transaction => {
      const [, programs, [earlier], calls] = await Promise.all([
        transaction.query(TAKE_TURNS, [id]),
        transaction.query(PROGRAM, [programId]),
        transaction.query<EarlierLookups>(EARLIER, [id, new Date(now.getTime() - LOOKUP_WINDOW_MS)]),
        transaction.query<CallRow>(CALLS, [programId, toE164(phone) ?? null, phone]),
      ])
      if (programs.length === 0) throw new DomainError('program.not_found')
      const wait = lookupWaitSeconds(earlier!, now)
      if (wait > 0) throw new DomainError('access.too_many', undefined, wait)
      this.audit.noteIn(transaction, {
        by: actor.person,
        type: LOOKED_UP,
        programId,
        details: { found: calls.length },
      })
      return { calls: calls.map(presentCall) }
    })
  }
}

/** A caller hears of his own words, or what they became for the air; also when they were merged into another's. */
const presentCall = (call: CallRow): CallerCalls['calls'][number] => ({
  programId: call.programId,
  questionId: call.questionId,
  number: call.number,
  state: call.state,
  loggedAt: call.loggedAt.toISOString(),
  text: call.text,
  caller: presentCaller(call.caller),
})
