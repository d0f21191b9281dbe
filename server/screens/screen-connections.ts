import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'

/**
 * An instance that has not said for this long that it lives is gone, and its sockets with it. By the database's clock,
 * which all instances share.
 */
export const IS_HERE = `"seenAt" > now() - interval '10 seconds'`

/** How many browsers hold a screen now, on all instances. */
@Injectable()
export class ScreenConnections {
  constructor(private readonly database: Database) {}

  async of(screenId: string): Promise<number> {
    const [row] = await this.database.query<{ connections: number }>(
      {
        name: 'screen_connections',
        text: `SELECT count(*)::int AS connections FROM presence WHERE "screenId" = $1 AND ${IS_HERE}`,
      },
      [screenId],
    )
    return row!.connections
  }
}
