import Papa from 'papaparse'
import type { ImportReport } from '#protocol/house-import.js'
import { invalidField } from '../../errors/domain-error.js'
import type { TableRow } from './table.js'

export type Separator = NonNullable<ImportReport['separator']>

/** A comma stands within names too: what is more surely a separator is looked for first. */
const SEPARATORS: readonly Separator[] = ['\t', ';', ',']

/** Lines and characters looked at to find what stands between columns. */
const SAMPLE = { lines: 20, characters: 20_000 }

/** A character that no text may hold: with it for a separator every line is one cell. */
const NO_SEPARATOR = '\u001f'

/** Rows of a text whose columns are parted by tabs, semicolons or commas, or that has but one. */
export function delimitedRows(text: string): { rows: TableRow[]; separator: Separator | null } {
  const separator = separatorOf(text)
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator ?? NO_SEPARATOR })
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  if (open) throw invalidField(`rows.${(open.row ?? 0) + 1}`, 'import.quote_open')
  return { rows: data.map((cells, index) => ({ number: index + 1, cells })), separator }
}

/** What every line has, and a comma only where every line has it as often: lists of names hold commas. */
function separatorOf(text: string): Separator | null {
  const lines = text
    .slice(0, SAMPLE.characters)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n|\r/, SAMPLE.lines)
    .filter(line => !/^ *$/.test(line))
  const isBetweenColumns = (separator: Separator) => {
    const counts = lines.map(line => line.split(separator).length - 1)
    return counts[0]! > 0 && (separator !== ',' || counts.every(count => count === counts[0]))
  }
  return lines.length === 0 ? null : (SEPARATORS.find(isBetweenColumns) ?? null)
}
