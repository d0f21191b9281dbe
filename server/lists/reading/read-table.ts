import type { ImportReport, ImportTable } from '#protocol/house-import.js'
import { decodedText } from './decoded-text.js'
import { delimitedRows } from './delimited-rows.js'
import { spreadsheetRows } from './spreadsheet-rows.js'
import { type TableRow, cannotRead } from './table.js'

export type ReadTable = Pick<ImportReport, 'form' | 'encoding' | 'separator'> & { rows: TableRow[] }

/** The rows of what was pasted, or of a file, whose first bytes tell what it is whatever its name says. */
export async function readTable({ text, file }: ImportTable): Promise<ReadTable> {
  if (text !== undefined) return { form: 'text', encoding: null, ...delimitedRows(text.normalize('NFC')) }
  const bytes = Buffer.from(file ?? '', 'base64')
  if (beginsWith(bytes, 0x50, 0x4b))
    return { form: 'xlsx', encoding: null, separator: null, rows: await spreadsheetRows(bytes) }
  // The form of Excel before 2007.
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw cannotRead('import.old_excel')
  const decoded = decodedText(bytes)
  return { form: 'text', encoding: decoded.encoding, ...delimitedRows(decoded.text) }
}

const beginsWith = (bytes: Buffer, ...first: number[]) => first.every((byte, index) => bytes[index] === byte)
