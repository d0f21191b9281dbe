import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import { Clock } from '../ledger/clock.js'

/** An instance that has not said for this long that it lives is gone, and its sockets with it. Milliseconds. */
export const GONE_MS = 10_000

/** How many browsers hold a screen now, on all instances. */
@Injectable()
export class ScreenConnections {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(screenId: string): Promise<number> {
    const [row] = await this.database.query<{ connections: number }>(
      {
        name: 'screen_connections',
        text: 'SELECT count(*)::int AS connections FROM presence WHERE "screenId" = $1 AND "seenAt" > $2',
      },
      [screenId, new Date(this.clock.now().getTime() - GONE_MS)],
    )
    return row!.connections
  }
}
