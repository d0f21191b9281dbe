import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import { Database } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import { Clock } from '../ledger/clock.js'

const WINDOW_MS = 60_000
/** Codes that one account may guess wrongly within the window. */
const FREE = 10

/** Slows down the guessing of codes. Kept as rows, so that several instances count together. */
@Injectable()
export class WrongCodes {
  /** An account's tries go one after the other: parallel ones would all slip in before the first is counted. */
  private readonly queues = new Map<string, Promise<unknown>>()

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Runs a try; counts it when its code was wrong, and refuses it when there were too many. */
  async attempt<T>(accountId: string, tryIt: () => Promise<T>): Promise<T> {
    const before = this.queues.get(accountId) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(() => this.inTurn(accountId, tryIt))
    this.queues.set(accountId, mine)
    try {
      return await mine
    } finally {
      if (this.queues.get(accountId) === mine) this.queues.delete(accountId)
    }
  }

  private async inTurn<T>(accountId: string, tryIt: () => Promise<T>): Promise<T> {
    const since = this.clock.now().getTime() - WINDOW_MS
    const [wrong] = await this.database.query<{ count: number; oldest: Date | null }>(
      { text: 'SELECT count(*)::int, min(at) AS oldest FROM wrong_code WHERE "accountId" = $1 AND at > $2' },
      [accountId, new Date(since)],
    )
    if (wrong!.count >= FREE) {
      const seconds = Math.ceil((wrong!.oldest!.getTime() - since) / 1000)
      throw new DomainError('access.too_many', undefined, Math.max(1, seconds))
    }
    try {
      return await tryIt()
    } catch (error) {
      if (error instanceof DomainError && error.code === 'screen.code_invalid') await this.count(accountId)
      throw error
    }
  }

  private async count(accountId: string): Promise<void> {
    const now = this.clock.now()
    await this.database.query(
      {
        text: `WITH old AS (DELETE FROM wrong_code WHERE at <= $4)
          INSERT INTO wrong_code (id, "accountId", at) VALUES ($1, $2, $3)`,
      },
      [newId(), accountId, now, new Date(now.getTime() - WINDOW_MS)],
    )
  }
}
