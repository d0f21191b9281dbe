import { Injectable } from '@nestjs/common'
import type pg from 'pg'
import { DataSource } from 'typeorm'
import { poolOf } from './data-source.js'
import { Batches, type Statement } from './batch.js'
import { Transaction } from './transaction.js'

export const BEGIN = { name: 'begin', text: 'BEGIN' }
export const COMMIT = { name: 'commit', text: 'COMMIT' }
export const ROLLBACK = { name: 'rollback', text: 'ROLLBACK' }

/** PostgreSQL without a mapper in between, for the ways that must be short. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** How many connections are open, idle of these, and how many callers wait for one. */
  get pool(): { open: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = poolOf(this.dataSource)
    return { open: totalCount, idle: idleCount, waiting: waitingCount }
  }

  /** A connection of the pool. When PostgreSQL ends it in the middle, its queries fail, and the process lives. */
  async connect(): Promise<pg.PoolClient> {
    const client = await poolOf(this.dataSource).connect()
    if (client.listenerCount('error') === 0) client.on('error', () => {})
    return client
  }

  async query<Row extends pg.QueryResultRow>(statement: Statement, values: unknown[] = []): Promise<Row[]> {
    return (await poolOf(this.dataSource).query<Row>({ ...statement, values })).rows
  }

  /** Runs the work in one transaction. BEGIN leaves with its first statement, its writes with COMMIT. */
  async transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const client = await this.connect()
    const connection = new Batches(client)
    let broken: unknown
    try {
      const transaction = new Transaction(connection)
      const [, result] = await Promise.all([connection.query(BEGIN), work(transaction)])
      await Promise.all([...transaction.sendWrites(), connection.query(COMMIT)])
      return result
    } catch (error) {
      broken = await connection.query(ROLLBACK).then(
        () => undefined,
        (fault: unknown) => fault,
      )
      throw error
    } finally {
      client.release(broken instanceof Error ? broken : undefined)
    }
  }
}
