import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import { Database } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import { Clock } from '../ledger/clock.js'
import { Metrics } from '../metrics/metrics.js'
import { networkOf } from './network-of.js'

const WINDOW_MS = 15 * 60_000
/** Failures of one account from one address before each further try must wait. */
const FREE_FAILURES = 5
const LONGEST_WAIT_S = 60
/** Failures of one address, whatever the accounts, in the window. */
const ADDRESS_FAILURES = 50

type Counted = {
  ofAccount: number
  ofAddress: number
  lastOfAccount: Date | null
  oldestOfAddress: Date | null
}

/**
 * Slows down guessing. Only failures count, per account and address and per address; so nobody else is locked out,
 * and no present session. Kept as rows, so that several instances count together.
 */
@Injectable()
export class SignInThrottle {
  /** Tries from one address go one after the other: parallel ones would all slip in before the first failure. */
  private readonly queues = new Map<string, Promise<unknown>>()
  private readonly refused

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.refused = metrics.counters(
      'doithoai_sign_ins_refused_total',
      'Passwords that were not accepted, or not looked at because the address has to wait.',
      'reason',
      ['wrong', 'too_many'],
    )
  }

  /** Runs a try when its address has its turn; refuses it with `access.too_many` when it must wait. */
  async attempt<T>(from: string, username: string, sign: () => Promise<T | null>): Promise<T | null> {
    const address = networkOf(from)
    const before = this.queues.get(address) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(() => this.inTurn(address, username, sign))
    this.queues.set(address, mine)
    try {
      return await mine
    } finally {
      if (this.queues.get(address) === mine) this.queues.delete(address)
    }
  }

  private async inTurn<T>(
    address: string,
    username: string,
    sign: () => Promise<T | null>,
  ): Promise<T | null> {
    const now = this.clock.now()
    const wait = waitSeconds(await this.count(address, username, now), now)
    if (wait > 0) {
      this.refused.too_many.inc()
      throw new DomainError('access.too_many', undefined, wait)
    }
    const signed = await sign()
    if (signed === null) this.refused.wrong.inc()
    await (signed === null ? this.failed(address, username, now) : this.forget(address, username))
    return signed
  }

  private async count(address: string, username: string, now: Date): Promise<Counted> {
    const [counted] = await this.database.query<Counted>(
      {
        text: `SELECT count(*) FILTER (WHERE username = $2)::int AS "ofAccount", count(*)::int AS "ofAddress",
            max(at) FILTER (WHERE username = $2) AS "lastOfAccount", min(at) AS "oldestOfAddress"
          FROM sign_in_failure WHERE address = $1 AND at > $3`,
      },
      [address, username, new Date(now.getTime() - WINDOW_MS)],
    )
    return counted!
  }

  private async failed(address: string, username: string, now: Date): Promise<void> {
    await this.database.query(
      {
        text: `WITH old AS (DELETE FROM sign_in_failure WHERE at < $5)
          INSERT INTO sign_in_failure (id, address, username, at) VALUES ($1, $2, $3, $4)`,
      },
      [newId(), address, username, now, new Date(now.getTime() - WINDOW_MS)],
    )
  }

  private async forget(address: string, username: string): Promise<void> {
    await this.database.query({ text: 'DELETE FROM sign_in_failure WHERE address = $1 AND username = $2' }, [
      address,
      username,
    ])
  }
}

/** Whole seconds until the next try: doubling from one to sixty after the free ones. */
export function waitSeconds(counted: Counted, now: Date): number {
  const left = (until: number) => Math.max(0, Math.ceil((until - now.getTime()) / 1000))
  if (counted.ofAddress >= ADDRESS_FAILURES && counted.oldestOfAddress)
    return left(counted.oldestOfAddress.getTime() + WINDOW_MS)
  if (counted.ofAccount < FREE_FAILURES || !counted.lastOfAccount) return 0
  const delay = Math.min(LONGEST_WAIT_S, 2 ** (counted.ofAccount - FREE_FAILURES))
  return left(counted.lastOfAccount.getTime() + delay * 1000)
}
