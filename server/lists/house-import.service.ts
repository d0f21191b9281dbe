import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import {
  IMPORT_ROWS,
  type ImportReport,
  type ImportTable,
  REPORT_ROWS,
  type RowAction,
} from '#protocol/house-import.js'
import type { HouseList } from '#protocol/program.js'
import type { AccountActor } from '../access/actor.js'
import { Database } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import { type Language, faultWords } from '../errors/error-body.js'
import { changedEntry, newEntry, type HouseEntryRow } from './domain/house-entry.js'
import { columnsOf } from './domain/import-columns.js'
import { type Draft, type Fault, type Formula, draftOf } from './domain/import-rows.js'
import { type Decided, decideRows } from './domain/known-entries.js'
import { ENTRIES_OF } from './house-entry.sql.js'
import { HouseLists, nextPosition, noteOf } from './house-lists.service.js'
import { type ReadTable, readTable } from './reading/read-table.js'
import { cannotRead } from './reading/table.js'

type Understood = Pick<ImportReport, 'columns' | 'rows'> & {
  drafts: Draft[]
  faults: Fault[]
  formulas: Formula[]
}
type Judged = { decided: Decided[]; faults: Fault[] }

/** Rows after which others get their turn: an import is no reason for a screen to wait. */
const TURN = 500

/** Takes a table into a list of the house: looked at first, then all of it or nothing. */
@Injectable()
export class HouseImport {
  constructor(
    private readonly lists: HouseLists,
    private readonly database: Database,
  ) {}

  async preview(list: HouseList, command: ImportTable, language: Language): Promise<ImportReport> {
    const table = await readTable(command)
    const understood = await understand(list, table)
    const present = await this.database.query<HouseEntryRow>(ENTRIES_OF, [list])
    return reportOf(table, understood, judge(understood, present, command), language)
  }

  /** Refused whole when a row is faulty, unless those are to be left out. */
  async takeIn(
    actor: AccountActor,
    list: HouseList,
    command: ImportTable,
    language: Language,
  ): Promise<ImportReport> {
    const table = await readTable(command)
    const understood = await understand(list, table)
    const { id } = command
    let judged: Judged = { decided: [], faults: [] }
    await this.lists.carryOut(list, { ...noteOf(actor, list, 'imported'), id, targetId: id }, present => {
      judged = judge(understood, present, command)
      if (judged.faults.length > 0 && !command.leaveOutFaulty) throw faulty(judged.faults)
      return entriesOf(list, judged.decided, present)
    })
    return reportOf(table, understood, judged, language)
  }
}

async function understand(list: HouseList, table: ReadTable): Promise<Understood> {
  const said = table.rows.filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
  const [first] = said
  if (!first) throw cannotRead('import.empty')
  const width = said.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const { columns, headed } = columnsOf(first.cells, width)
  const rows = headed ? said.slice(1) : said
  if (rows.length > IMPORT_ROWS) throw cannotRead('import.too_many_rows')
  const understood: Understood = { columns, rows: rows.length, drafts: [], faults: [], formulas: [] }
  for (const [index, { number, cells }] of rows.entries()) {
    if (index % TURN === 0) await new Promise(resolve => setImmediate(resolve))
    const { draft, faults, formulas } = draftOf(list, number, cells, columns)
    understood.formulas.push(...formulas)
    understood.faults.push(...faults)
    if (faults.length === 0) understood.drafts.push(draft)
  }
  return understood
}

function judge(
  { drafts, faults, columns }: Understood,
  present: readonly HouseEntryRow[],
  { known }: ImportTable,
): Judged {
  const named = columns.find(({ field }) => field === 'name')?.title ?? ''
  const judged = decideRows(drafts, present, known === 'update', named)
  return {
    decided: judged.decided,
    faults: [...faults, ...judged.faults].sort((one, other) => one.row - other.row),
  }
}

function entriesOf(
  list: HouseList,
  decided: readonly Decided[],
  present: readonly HouseEntryRow[],
): HouseEntryRow[] {
  let position = nextPosition(present)
  return decided.flatMap(({ draft, action, known }) => {
    if (action === 'added') return newEntry(newId(), list, position++, draft)
    return known && action === 'updated' ? changedEntry(known, draft) : []
  })
}

const faulty = (faults: readonly Fault[]) =>
  new DomainError('request.invalid', {
    faults: faults.slice(0, REPORT_ROWS).map(({ row, column, code, max }) => ({
      path: `rows.${row}.${column}`,
      message: code,
      max,
    })),
  })

function reportOf(
  { form, encoding, separator }: ReadTable,
  { columns, rows, formulas }: Understood,
  { decided, faults }: Judged,
  language: Language,
): ImportReport {
  const count = (action: RowAction) => decided.filter(one => one.action === action).length
  return {
    form,
    encoding,
    separator,
    columns,
    rows,
    counts: {
      added: count('added'),
      updated: count('updated'),
      same: count('same'),
      skipped: count('skipped'),
    },
    faulty: new Set(faults.map(({ row }) => row)).size,
    faults: faults.slice(0, REPORT_ROWS).map(({ row, column, code, max }) => ({
      row,
      column,
      code,
      message: faultWords(code, language, max),
    })),
    formulas: formulas.length,
    formulasShown: formulas.slice(0, REPORT_ROWS),
    shown: decided.slice(0, REPORT_ROWS).map(({ draft, action }) => ({ ...draft, action })),
  }
}
