import { Injectable } from '@nestjs/common'
import { Batches } from '../database/batch.js'
import { Database, ROLLBACK } from '../database/database.js'
import { Notifications } from '../database/notifications.js'
import { isDatabaseAway, isTaken, sqlState } from '../errors/database-fault.js'
import { DomainError } from '../errors/domain-error.js'
import { Clock } from './clock.js'
import type { LedgerTransaction } from './ledger-transaction.js'
import type { Command, Committed, Head, Manner, Outcome, Recorded, Recording } from './recording.js'
import { type Ending, Sitting, told } from './sitting.js'
import { Turns } from './turns.js'

/** How long a command waits in all for a programme that somebody holds: a stalled instance is cut off in 2 s. */
const PATIENCE_MS = 3000
/** PostgreSQL's words for a row that somebody holds: lock_not_available, deadlock_detected. */
const HELD = new Set<string | undefined>(['55P03', '40P01'])

/** Programmes that are kept in mind: so many are not live at once. */
const KEPT = 8

type Waiting = Recording<unknown, unknown>

/** The one way to change a programme. */
@Injectable()
export class Ledger {
  private announce: (committed: readonly Committed[]) => void = () => {}
  private readonly turns = new Turns<Waiting>(together => this.untilDone(together))
  /** Programmes as the latest commands here have left them. Only the database knows whether that is so still. */
  private readonly heads = new Map<string, Head>()
  /** Commits that are under way, by what PostgreSQL tells of them. */
  private readonly underWay = new Map<string, Promise<unknown>>()

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    notifications: Notifications,
  ) {
    notifications.on('program', told => this.heard(told))
    notifications.onBack(() => this.heads.clear())
  }

  /** The feed of this instance listens here, and so hears of a commit before PostgreSQL can tell it. */
  onCommitted(announce: (committed: readonly Committed[]) => void): void {
    this.announce = announce
  }

  /** When a commit of this instance that PostgreSQL told of already is over, if it is under way. */
  committing(told: string): Promise<unknown> | undefined {
    return this.underWay.get(told)
  }

  /**
   * Carries out a command in a transaction: lock, read, decide, write, entry, notification, commit.
   * `read` is sent right behind the lock, in the same round trip; `work` decides on it and writes.
   * A command that was carried out before is not carried out again, but answered with its revision.
   */
  record<Rows, Result>(
    command: Command,
    read: (transaction: LedgerTransaction) => Promise<Rows>,
    work: (transaction: LedgerTransaction, rows: Rows) => Promise<Recorded<Result>> | Recorded<Result>,
    { found = nothing, sharing = false, recall = unknown }: Manner<Rows> = {},
  ): Promise<Outcome<Result>> {
    // Waiting for its turn is part of the wait: whoever asked hears of it in time, and may ask elsewhere.
    const until = this.clock.monotonic() + PATIENCE_MS
    return new Promise<Outcome<Result>>((answer, refuse) => {
      const recording: Recording<Rows, Result> = {
        command,
        read,
        work,
        found,
        sharing,
        recall,
        until,
        answer,
        refuse,
      }
      this.turns.take(command.programId, PATIENCE_MS, recording as Waiting)
    })
  }

  /**
   * Nobody hears of anything before the transaction is over. One that failed on what was known is tried again without;
   * else each of its commands by itself.
   */
  private async untilDone(together: Waiting[]): Promise<void> {
    const { programId } = together[0]!.command
    const known = this.heads.get(programId)
    this.heads.delete(programId)
    try {
      const endings = await this.attempt(together, known)
      for (const [index, ending] of endings.entries()) tell(together[index]!, ending)
    } catch (error) {
      const held = HELD.has(sqlState(error))
      const again = held || ((known || together.length > 1) && !isDatabaseAway(error))
      const now = this.clock.monotonic()
      const patient = together.filter(({ until }) => again && now < until)
      for (const one of together) if (!patient.includes(one)) one.refuse(asRefusal(error, one.command))
      if ((held || known) && patient.length > 0) return this.untilDone(patient)
      // One after the other: what is known of a programme is one sitting's at a time.
      for (const one of patient) await this.untilDone([one])
    }
  }

  private async attempt(together: Waiting[], known: Head | undefined): Promise<Ending[]> {
    const client = await this.database.connect()
    const connection = new Batches(client)
    let broken: unknown
    try {
      const sitting = new Sitting(connection, this.clock, known)
      const endings: Ending[] = []
      for (const one of together) endings.push(await sitting.carryOut(one))
      await this.end(sitting)
      this.keep(together[0]!.command.programId, sitting.head)
      return endings
    } catch (error) {
      broken = await rollBack(connection)
      throw error
    } finally {
      client.release(broken instanceof Error ? broken : undefined)
    }
  }

  /** What others have changed is not known any longer. */
  private heard(told: string): void {
    const [programId = '', revision] = told.split(':')
    const head = this.heads.get(programId)
    if (head && Number(revision) > head.program.revision && !this.underWay.has(told))
      this.heads.delete(programId)
  }

  private keep(programId: string, head: Head | undefined): void {
    if (head) this.heads.set(programId, head)
    for (const oldest of this.heads.keys()) if (this.heads.size > KEPT) this.heads.delete(oldest)
  }

  private async end(sitting: Sitting): Promise<void> {
    const { committed } = sitting
    const ending = sitting.end().then(() => {
      if (committed.length > 0) this.announce(committed)
    })
    const over = ending
      .catch(() => {})
      .finally(() => committed.forEach(one => this.underWay.delete(told(one))))
    for (const one of committed) this.underWay.set(told(one), over)
    await ending
  }
}

const nothing = () => Promise.resolve()
const unknown = () => undefined

function tell({ answer, refuse }: Waiting, ending: Ending): void {
  if ('refusal' in ending) refuse(ending.refusal)
  else answer(ending.outcome)
}

/**
 * Two programmes may be told the same id in the same instant: the database lets one of them have it, as the id of
 * the command or of the thing that it makes.
 */
const asRefusal = (error: unknown, command: Command): unknown =>
  isTaken(error, command.id) ? new DomainError('request.id_used') : error

async function rollBack(connection: Batches): Promise<unknown> {
  try {
    await connection.query(ROLLBACK)
    return undefined
  } catch (error) {
    return error
  }
}
