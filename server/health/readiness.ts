import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import { Notifications } from '../database/notifications.js'
import { Metrics } from '../metrics/metrics.js'

/** The parts of the work, each in a word that never changes and tells a stranger nothing. */
export type Standing = {
  ready: boolean
  server: 'serving' | 'ending'
  database: 'writable' | 'read_only' | 'unavailable'
  feed: 'following' | 'behind' | 'deaf'
}

/** Who asks for this wants to know now: a database that takes longer counts as away. Milliseconds. */
const PATIENCE_MS = 1500

/** Whether this instance can do all of its work at this moment. */
@Injectable()
export class Readiness {
  private ending = false
  private isBehind: () => boolean = () => false

  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
    metrics: Metrics,
  ) {
    const ready = async () => Number((await this.standing()).ready)
    metrics.gauge('doithoai_ready', 'What /health/ready says: 1 ready, 0 not.', ready)
  }

  /** The feed says here whether what it announced is behind what was committed. */
  feedIsBehind(isBehind: () => boolean): void {
    this.isBehind = isBehind
  }

  /** From now on this instance is not to be sent anybody; it still serves whoever comes. */
  end(): void {
    this.ending = true
  }

  async standing(): Promise<Standing> {
    const server = this.ending ? 'ending' : 'serving'
    const database = await this.databaseWord()
    const feed = !this.notifications.connected ? 'deaf' : this.isBehind() ? 'behind' : 'following'
    const ready = server === 'serving' && database === 'writable' && feed === 'following'
    return { ready, server, database, feed }
  }

  private async databaseWord(): Promise<Standing['database']> {
    let late: NodeJS.Timeout | undefined
    const patience = new Promise<'unavailable'>(resolve => {
      late = setTimeout(() => resolve('unavailable'), PATIENCE_MS)
    })
    const asked = this.database
      .query<{ readOnly: string }>({
        text: `SELECT current_setting('transaction_read_only') AS "readOnly"`,
      })
      .then(
        ([state]) => (state?.readOnly === 'off' ? 'writable' : 'read_only'),
        () => 'unavailable' as const,
      )
    const word = await Promise.race([asked, patience])
    clearTimeout(late)
    return word
  }
}
