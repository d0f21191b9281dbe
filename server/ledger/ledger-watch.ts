import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Database } from '../database/database.js'
import { kindOf } from '../errors/fault-kind.js'

const HOUR_MS = 3_600_000

/** Revisions of a programme that have no entry, the first and the last of them. */
export type Gap = { programId: string; from: number; until: number }

/** Between two entries, and behind the last one; a wipe's entry stands for the span that it removed. */
const GAPS = {
  name: 'ledger_gaps',
  text: `WITH stretch AS (
      SELECT "programId", coalesce("spanFrom", revision) AS first, revision AS last,
        lag(revision, 1, 0) OVER (PARTITION BY "programId" ORDER BY revision) AS before
      FROM ledger_entry)
    SELECT "programId", before + 1 AS "from", first - 1 AS until FROM stretch WHERE first > before + 1
    UNION ALL
    SELECT p.id, coalesce(max(s.last), 0) + 1, p.revision FROM program p LEFT JOIN stretch s ON s."programId" = p.id
      GROUP BY p.id HAVING p.revision > coalesce(max(s.last), 0)
    ORDER BY 1, 2`,
}

/**
 * Reports entries that somebody took out of the ledger. The program cannot, but whoever owns the database can: the
 * revisions have no gap by themselves. Looked for at the start and every hour, and told in the log.
 */
@Injectable()
export class LedgerWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('ledger')
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    void this.look()
    this.timer = setInterval(() => void this.look(), HOUR_MS).unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }

  gaps(): Promise<Gap[]> {
    return this.database.query<Gap>(GAPS)
  }

  private async look(): Promise<void> {
    try {
      for (const gap of await this.gaps()) this.log.error({ fault: 'ledger entries are missing', ...gap })
    } catch (error) {
      this.log.warn({ fault: kindOf(error) })
    }
  }
}
