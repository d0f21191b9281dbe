import { AddEntry } from '#protocol/house.js'
import type { ImportField } from '#protocol/house-import.js'
import type { HouseList } from '#protocol/program.js'
import { TextLimit, requiredName } from '#protocol/text.js'
import type { Column } from './import-columns.js'

/** What a row says of an entry. */
export type Draft = Omit<AddEntry, 'id'> & { row: number }

/** A row that cannot be taken in: in which column, and the code of what is wrong; `max` where it is too long. */
export type Fault = { row: number; column: string; code: string; max?: number | undefined }

export type Formula = { row: number; column: string; text: string }

/** Fields of a draft, each with the schema that commands are held to. */
const FIELDS = AddEntry.shape
const MESSAGE = { ...FIELDS, name: requiredName(TextLimit.message) }

/** An entry from a row of cells, and what is wrong with them. A cell is text, whatever it begins with. */
export function draftOf(
  list: HouseList,
  row: number,
  cells: readonly string[],
  columns: readonly Column[],
): { draft: Draft; faults: Fault[]; formulas: Formula[] } {
  const draft: Record<string, unknown> = { row }
  const faults: Fault[] = []
  const formulas: Formula[] = []
  for (const [index, { field, title }] of columns.entries()) {
    const text = (cells[index] ?? '').trim()
    if (/^[=+\-@]/.test(text)) formulas.push({ row, column: title, text: text.slice(0, 80) })
    if (!field || (text === '' && field !== 'name')) continue
    const parsed = (list === 'messages' ? MESSAGE : FIELDS)[field].safeParse(valueOf(field, text))
    if (parsed.success) draft[field] = parsed.data
    else faults.push({ row, column: title, ...faultOf(parsed.error.issues[0]!) })
  }
  if (!columns.some(({ field }) => field === 'name'))
    faults.push({ row, column: columns[0]?.title ?? 'A', code: 'text.empty' })
  return { draft: draft as Draft, faults, formulas }
}

function valueOf(field: ImportField, text: string): unknown {
  if (field === 'former')
    return text
      .split(/[;,|\n]/)
      .map(one => one.trim())
      .filter(Boolean)
  return field === 'effectiveFrom' || field === 'effectiveTo' ? dayIn(text) : text
}

/** Days that table programs count from: 30 December 1899. */
const EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

/** 31/12/2026 and 2026-12-31, and a number of days as table programs keep them; what is neither stays as it is. */
function dayIn(text: string): string {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (written) return `${written[3]}-${written[2]!.padStart(2, '0')}-${written[1]!.padStart(2, '0')}`
  if (/^\d{5}(\.\d+)?$/.test(text))
    return new Date(EPOCH + Math.floor(Number(text)) * DAY).toISOString().slice(0, 10)
  return text
}

type Issue = { code: string; message: string }

function faultOf(issue: Issue): Pick<Fault, 'code' | 'max'> {
  if (issue.code !== 'custom') return { code: `zod.${issue.code}` }
  const { params } = issue as Issue & { params?: { max?: number } }
  return { code: issue.message, max: params?.max }
}
