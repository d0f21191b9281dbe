import { Injectable } from '@nestjs/common'
import { v5 as idFrom } from 'uuid'
import type { CreateProgram, PatchProgram, Program } from '#protocol/program.js'
import { type AccountActor, mustHold, rolesIn } from '../access/actor.js'
import { Database } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import { Ledger } from '../ledger/ledger.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import type { ProgramRow } from './domain/program.js'
import { presentProgramToStaff } from './program.presenter.js'
import { ProgramRows } from './program.rows.js'
import { programOf } from './program-row.js'

/** Ways other than a hotline by which a question comes in; hotlines are a programme's own. */
const OTHER_LINES = [
  { code: 'zalo', name: 'Zalo' },
  { code: 'web_form', name: 'Biểu mẫu web' },
  { code: 'letter', name: 'Thư' },
  { code: 'in_person', name: 'Trực tiếp' },
]

const PRODUCERS_FIELDS = new Set([
  'id',
  'version',
  'plannedStart',
  'plannedMinutes',
  'title',
  'intakeOpen',
  'clockOffsetMs',
])

const WRITE = {
  name: 'program_write',
  text: `UPDATE program SET version = version + 1, "shownRevision" = revision, number = $2, title = $3,
    "seriesTitle" = $4, channels = $5, "plannedStart" = $6, "plannedMinutes" = $7, "intakeOpen" = $8,
    "clockOffsetMs" = $9 WHERE id = $1`,
}

/** Making programmes and changing what is said of them. */
@Injectable()
export class ProgramsService {
  constructor(
    private readonly database: Database,
    private readonly rows: ProgramRows,
    private readonly ledger: Ledger,
  ) {}

  /** The programmes that the actor may see, latest first. */
  async list(actor: AccountActor): Promise<{ programs: Program[] }> {
    const programs = await this.database.query<ProgramRow>({
      text: 'SELECT * FROM program ORDER BY "plannedStart" DESC NULLS LAST, "createdAt" DESC',
    })
    const mine = programs.filter(program => rolesIn(actor, program.id).length > 0)
    return {
      programs: await Promise.all(
        mine.map(async program => presentProgramToStaff(program, await this.rows.listsOf(program))),
      ),
    }
  }

  async read(programId: string): Promise<{ program: Program }> {
    const { program, lists } = await this.rows.one(programId)
    return { program: presentProgramToStaff(program, lists) }
  }

  /** Makes a programme: from the house's lists, or as a copy of another with its panel, lists and lines. */
  async create(
    actor: AccountActor,
    command: CreateProgram,
  ): Promise<{ program: Program; replayed: boolean }> {
    if (command.copyOf) mustHold(actor, command.copyOf, ['admin'])
    const { replayed } = await this.ledger.record(
      {
        id: command.id,
        programId: command.id,
        type: 'program.created',
        targetId: command.id,
        by: actor.person,
      },
      async () => undefined,
      async transaction => {
        await (command.copyOf ? copyFrom(transaction, command.copyOf) : copyFromHouse(transaction))
        return { result: undefined, to: 'draft' }
      },
      { found: transaction => insert(transaction, command) },
    )
    return { ...(await this.read(command.id)), replayed }
  }

  /** Changes what is absent from nothing: every field given replaces the present one, null empties. */
  async patch(actor: AccountActor, programId: string, command: PatchProgram): Promise<{ program: Program }> {
    const roles = rolesIn(actor, programId)
    const foreign = Object.keys(command).some(field => !PRODUCERS_FIELDS.has(field))
    if (!roles.includes('admin') && foreign) throw new DomainError('access.not_allowed')
    await this.ledger.record(
      { id: command.id, programId, type: 'program.revised', targetId: programId, by: actor.person },
      async () => undefined,
      async transaction => {
        const program = programOf(transaction)
        if (program.phase === 'closed') throw new DomainError('program.closed')
        if (program.version !== command.version) throw await this.stale(transaction)
        transaction.write(WRITE, patched(program, command))
        return { result: undefined }
      },
    )
    return this.read(programId)
  }

  /** The refusal that shows the programme as it is. Read on the connection that holds it: another would wait in vain. */
  async stale(transaction: LedgerTransaction): Promise<DomainError> {
    const program = programOf(transaction)
    return new DomainError('program.stale', {
      program: presentProgramToStaff(program, await this.rows.listsOf(program, transaction)),
    })
  }
}

/** A programme is made by the house: whoever administers one programme only makes no other. */
const given = <T>(value: T | undefined, present: T): T => (value === undefined ? present : value)

function patched(program: ProgramRow, command: PatchProgram): unknown[] {
  return [
    program.id,
    given(command.number, program.number),
    command.title ?? program.title,
    given(command.seriesTitle, program.seriesTitle),
    command.channels ?? program.channels,
    given(command.plannedStart, program.plannedStart as never),
    command.plannedMinutes ?? program.plannedMinutes,
    command.intakeOpen ?? program.intakeOpen,
    command.clockOffsetMs ?? program.clockOffsetMs,
  ]
}

function insert(transaction: LedgerTransaction, command: CreateProgram): Promise<unknown> {
  return transaction.query(
    {
      text: `INSERT INTO program (id, title, number, "seriesTitle", channels, "plannedStart", "plannedMinutes",
          "createdAt", "listsRevision", "shownRevision")
        SELECT $1, $2, coalesce($3, copied.number + 1), coalesce($4, copied."seriesTitle"),
          coalesce($5, copied.channels, '{}'), $6, coalesce($7, copied."plannedMinutes", 60), $8, 1, 1
        FROM (SELECT 1) AS one LEFT JOIN program copied ON copied.id = $9
        ON CONFLICT (id) DO NOTHING`,
    },
    [
      command.id,
      command.title,
      command.number ?? null,
      command.seriesTitle ?? null,
      command.channels ?? null,
      command.plannedStart ?? null,
      command.plannedMinutes ?? null,
      transaction.now,
      command.copyOf ?? null,
    ],
  )
}

/** Under new ids that follow from the programme's, so that nothing of an old programme is ever shared. */
async function copyFrom(transaction: LedgerTransaction, otherId: string): Promise<void> {
  const [other] = await transaction.query<{ id: string }>({ text: 'SELECT id FROM program WHERE id = $1' }, [
    otherId,
  ])
  if (!other) throw new DomainError('program.not_found')
  const { id } = transaction.program
  const entries = await transaction.query<Entry>(
    { text: 'SELECT * FROM program_entry WHERE "programId" = $1 AND "retiredAt" IS NULL' },
    [otherId],
  )
  for (const entry of entries) insertEntry(transaction, id, entry)
  transaction.write(
    {
      text: `INSERT INTO speaker (id, "programId", honorific, name, post, agency, seat, revision)
        SELECT gen_random_uuid(), $1, honorific, name, post, agency, seat, $3
        FROM speaker WHERE "programId" = $2 AND NOT removed`,
    },
    [id, otherId, transaction.revision],
  )
}

/** What holds on the day of the programme. */
async function copyFromHouse(transaction: LedgerTransaction): Promise<void> {
  const { id } = transaction.program
  const entries = await transaction.query<Entry>(
    {
      text: `SELECT e.* FROM house_entry e, (
          SELECT (coalesce("plannedStart", $2) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day
          FROM program WHERE id = $1) planned
        WHERE e.list IN ('topics', 'agencies', 'reasons') AND e."retiredAt" IS NULL
          AND coalesce(e."effectiveFrom" <= planned.day, true) AND coalesce(e."effectiveTo" >= planned.day, true)`,
    },
    [id, transaction.now],
  )
  for (const entry of entries) insertEntry(transaction, id, entry)
  for (const [position, line] of OTHER_LINES.entries())
    insertEntry(transaction, id, { id: idFrom(line.code, id), list: 'lines', position, ...line })
}

type Entry = { id: string; list: string; position: number; code: string | null; name: string }

function insertEntry(transaction: LedgerTransaction, programId: string, entry: Entry): void {
  transaction.write(
    {
      name: 'program_entry_copy',
      text: 'INSERT INTO program_entry (id, "programId", list, position, code, name) VALUES ($1, $2, $3, $4, $5, $6)',
    },
    [idFrom(entry.id, programId), programId, entry.list, entry.position, entry.code, entry.name],
  )
}
