import { Injectable } from '@nestjs/common'
import type pg from 'pg'
import { DataSource } from 'typeorm'
import { poolOf } from './data-source.js'

/** PostgreSQL without a mapper in between, for the ways that must be short. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** A connection of the pool. When PostgreSQL ends it in the middle, its queries fail, and the process lives. */
  async connect(): Promise<pg.PoolClient> {
    const client = await poolOf(this.dataSource).connect()
    if (client.listenerCount('error') === 0) client.on('error', () => {})
    return client
  }

  async query<Row extends pg.QueryResultRow>(
    statement: { name?: string; text: string },
    values: unknown[] = [],
  ): Promise<Row[]> {
    return (await poolOf(this.dataSource).query<Row>({ ...statement, values })).rows
  }
}
