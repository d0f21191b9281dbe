import { Injectable, Logger } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import type { PersonHere, SamePhone } from '#protocol/live.js'
import type { Role } from '#protocol/roles.js'
import { Database } from '../database/database.js'
import { gathered } from '../database/gathered.js'
import { kindOf } from '../errors/fault-kind.js'
import { IS_HERE } from '../screens/screen-connections.js'
import type { PresenceRow } from './presence.entity.js'

export type Here = Pick<PresenceRow, 'programId' | 'accountId' | 'name' | 'roles' | 'screenId'>
/** A socket of this instance. */
type Mine = Omit<PresenceRow, 'seenAt'>

/**
 * Who is connected, to any instance. Not the programme's truth: rows beside it, written after the fact and
 * announced a few times a second, so a fault here costs nobody a question.
 */
@Injectable()
export class Presence {
  readonly instanceId = newId()
  private readonly log = new Logger('presence')
  private readonly mine = new Map<string, Mine>()
  /** Browsers per screen on all instances, as last read, by programme. */
  private readonly connections = new Map<string, ReadonlyMap<string, number>>()
  /** Whoever has left again by the time that it is written is not in it. */
  private readonly arriving = gathered<Mine, void>(async rows => {
    await this.quietly(() => this.write(rows.filter(row => this.mine.get(row.socketId) === row)))
    return rows.map(() => {})
  })
  private readonly leaving = gathered<string, void>(async socketIds => {
    const statement = { name: 'presence_leave', text: 'DELETE FROM presence WHERE "socketId" = ANY($1)' }
    await this.quietly(() => this.database.query(statement, [socketIds]))
    return socketIds.map(() => {})
  })
  /** PostgreSQL tells the same word of one statement once. */
  private readonly telling = gathered<string, void>(async programIds => {
    const statement = { text: `SELECT pg_notify('beside', id) FROM unnest($1::text[]) id` }
    await this.quietly(() => this.database.query(statement, [programIds]))
    return programIds.map(() => {})
  })

  constructor(private readonly database: Database) {}

  async enter(socketId: string, here: Here): Promise<void> {
    const row: Mine = {
      ...here,
      socketId,
      instanceId: this.instanceId,
      editingQuestionId: null,
      editingPhone: null,
    }
    const left = this.mine.get(socketId)?.programId
    this.mine.set(socketId, row)
    await this.arriving.load(row)
    if (left && left !== here.programId) await this.tell(left)
    await this.tell(here.programId)
  }

  async leave(socketId: string): Promise<void> {
    const row = this.mine.get(socketId)
    if (!row) return
    this.mine.delete(socketId)
    await this.leaving.load(socketId)
    await this.tell(row.programId)
  }

  /** Marks what somebody works on; answers who else has a caller of the same number on the line. */
  async edit(socketId: string, questionId: string | null, phone: string | null): Promise<SamePhone[]> {
    const row = this.mine.get(socketId)
    if (!row) return []
    row.editingQuestionId = questionId
    row.editingPhone = phone
    await this.write([row])
    await this.tell(row.programId)
    if (!phone) return []
    return this.database.query<SamePhone>(
      {
        text: `SELECT DISTINCT "accountId", name FROM presence
          WHERE "programId" = $1 AND "editingPhone" = $2 AND "accountId" <> $3 AND ${IS_HERE}`,
      },
      [row.programId, phone, row.accountId],
    )
  }

  /** Everybody at the desks of a programme, each once. */
  async people(programId: string): Promise<PersonHere[]> {
    const rows = await this.here(programId)
    const people = new Map<string, PersonHere>()
    for (const { accountId, name, roles, editingQuestionId } of rows) {
      if (!accountId) continue
      const known = people.get(accountId)
      const editing = editingQuestionId ?? known?.editing ?? null
      const all = [...new Set([...(known?.roles ?? []), ...(roles as Role[])])]
      people.set(accountId, { accountId, name: name ?? '', roles: all, editing })
    }
    return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, 'vi'))
  }

  /** Reads who is here, and with it how many browsers hold each screen. */
  private async here(programId: string): Promise<PresenceRow[]> {
    const rows = await this.database.query<PresenceRow>(
      {
        name: 'presence_here',
        text: `SELECT * FROM presence WHERE "programId" = $1 AND ${IS_HERE} ORDER BY "socketId"`,
      },
      [programId],
    )
    const counted = new Map<string, number>()
    for (const { screenId } of rows) if (screenId) counted.set(screenId, (counted.get(screenId) ?? 0) + 1)
    this.connections.set(programId, counted)
    return rows
  }

  connectionsOf(programId: string, screenId: string): number {
    return this.connections.get(programId)?.get(screenId) ?? 0
  }

  /**
   * Says which sockets of this instance live. The rows of an instance that died without a word are removed by the
   * first who finds them, and everybody is told. Those of ours that were taken for dead, or were lost with the
   * database, are written again.
   */
  async beat(): Promise<void> {
    const rows = await this.database.query<{ socketId: string; programId: string; gone: boolean }>(
      {
        text: `WITH gone AS (
            DELETE FROM presence WHERE NOT ${IS_HERE} AND "socketId" <> ALL($1) RETURNING "socketId", "programId"
          ), kept AS (
            UPDATE presence SET "seenAt" = now() WHERE "socketId" = ANY($1) RETURNING "socketId", "programId"
          )
          SELECT *, true AS gone FROM gone UNION ALL SELECT *, false FROM kept`,
      },
      [[...this.mine.keys()]],
    )
    const known = new Set(rows.map(row => row.socketId))
    const lost = [...this.mine.values()].filter(row => !known.has(row.socketId))
    await this.write(lost)
    const gone = rows.filter(row => row.gone)
    for (const programId of new Set([...gone, ...lost].map(row => row.programId))) await this.tell(programId)
  }

  /** At the end of an instance its sockets are nobody's. */
  async end(): Promise<void> {
    this.mine.clear()
    await this.quietly(() =>
      this.database.query({ text: 'DELETE FROM presence WHERE "instanceId" = $1' }, [this.instanceId]),
    )
  }

  /** Every instance hears that something beside the programme changed. */
  tell(programId: string): Promise<void> {
    return this.telling.load(programId)
  }

  private async write(rows: Mine[]): Promise<void> {
    if (rows.length === 0) return
    await this.database.query(
      {
        text: `INSERT INTO presence ("socketId", "instanceId", "programId", "accountId", name, roles, "screenId",
            "editingQuestionId", "editingPhone", "seenAt")
          SELECT "socketId", "instanceId", "programId", "accountId", name, roles, "screenId", "editingQuestionId",
            "editingPhone", now() FROM jsonb_populate_recordset(null::presence, $1::jsonb)
          ON CONFLICT ("socketId") DO UPDATE SET "programId" = excluded."programId",
            "editingQuestionId" = excluded."editingQuestionId", "editingPhone" = excluded."editingPhone",
            "seenAt" = excluded."seenAt"`,
      },
      [JSON.stringify(rows)],
    )
  }

  private async quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.log.warn({ fault: kindOf(error) })
    }
  }
}
