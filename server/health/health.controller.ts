import { Controller, Get } from '@nestjs/common'
import { Public } from '../access/allow.js'
import { Database } from '../database/database.js'
import { Notifications } from '../database/notifications.js'
import { DomainError } from '../errors/domain-error.js'

/** For whoever watches over the process, from outside. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
  ) {}

  /** The process answers. */
  @Get('live')
  @Public()
  live() {
    return { live: true }
  }

  /** It can do its work: the database may be written to, and its news arrives. */
  @Get('ready')
  @Public()
  async ready() {
    const [state] = await this.database.query<{ readOnly: string }>({
      text: `SELECT current_setting('transaction_read_only') AS "readOnly"`,
    })
    if (state?.readOnly !== 'off' || !this.notifications.connected)
      throw new DomainError('database.unavailable', undefined, 1)
    return { ready: true }
  }
}
