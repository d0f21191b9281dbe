import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import { Metrics } from './metrics.js'

/** The connections to PostgreSQL that this instance holds. */
@Injectable()
export class PoolMetrics {
  constructor(metrics: Metrics, database: Database) {
    metrics.gauges(
      'doithoai_database_connections',
      'Connections of the pool to PostgreSQL: open in all, and idle of these.',
      'state',
      () => ({ open: database.pool.open, idle: database.pool.idle }),
    )
    metrics.gauge(
      'doithoai_database_waiting',
      'Callers that wait for a connection of the pool.',
      () => database.pool.waiting,
    )
  }
}
