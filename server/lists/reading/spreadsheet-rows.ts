import { IMPORT_ROWS } from '#protocol/house-import.js'
import { DomainError } from '../../errors/domain-error.js'
import { type TableRow, cannotRead } from './table.js'
import { type Parts, unzipped } from './unzipped.js'
import { readXml } from './xml-elements.js'

/** Columns beyond are none of a list's. */
const COLUMN_LIMIT = 50

/**
 * Rows of the first sheet of an XLSX file, as text. A formula is its own text, `=A1&B1`: neither what it would come
 * to, nor what it came to when the file was saved.
 */
export async function spreadsheetRows(bytes: Uint8Array): Promise<TableRow[]> {
  try {
    const parts = await unzipped(bytes)
    const shared = parts.names.has('xl/sharedStrings.xml') ? await sharedTexts(parts) : []
    return await sheetRows(parts, await firstSheet(parts), shared)
  } catch (fault) {
    throw fault instanceof DomainError ? fault : cannotRead('import.unreadable')
  }
}

/** Sheets are listed in the workbook, in their order; where each lies is said beside it. */
async function firstSheet(parts: Parts): Promise<string> {
  let id: string | undefined
  await readXml(await parts.open('xl/workbook.xml'), {
    opened: (name, attributes) => {
      if (name === 'sheet') id ??= Object.entries(attributes()).find(([key]) => key.endsWith(':id'))?.[1]
    },
  })
  let target: string | undefined
  await readXml(await parts.open('xl/_rels/workbook.xml.rels'), {
    opened: (name, attributes) => {
      if (name === 'Relationship' && attributes()['Id'] === id) target = attributes()['Target']
    },
  })
  if (!target) throw cannotRead('import.unreadable')
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Texts that cells name by their place. How a word is to be spoken (`rPh`) is no part of it. */
async function sharedTexts(parts: Parts): Promise<string[]> {
  const texts: string[] = []
  let [within, aside] = [false, false]
  await readXml(await parts.open('xl/sharedStrings.xml'), {
    opened: name => {
      if (name === 'si') texts.push('')
      if (name === 'rPh') aside = true
      if (name === 't') within = true
    },
    closed: name => {
      if (name === 'rPh') aside = false
      if (name === 't') within = false
    },
    text: said => {
      if (within && !aside) texts[texts.length - 1] += said
    },
  })
  return texts
}

async function sheetRows(parts: Parts, path: string, shared: readonly string[]): Promise<TableRow[]> {
  const rows: TableRow[] = []
  let cell = { column: 0, type: '', value: '', formula: undefined as string | undefined }
  let within: 'value' | 'formula' | undefined
  let number = 0
  await readXml(await parts.open(path), {
    opened: (name, attributes) => {
      if (name === 'row') {
        number = Number(attributes()['r']) || number + 1
        rows.push({ number, cells: [] })
      }
      if (rows.length > IMPORT_ROWS + 1) throw cannotRead('import.too_many_rows')
      if (name === 'c') {
        const { r, t } = attributes()
        cell = {
          column: columnOf(r) ?? rows.at(-1)?.cells.length ?? 0,
          type: t ?? '',
          value: '',
          formula: undefined,
        }
      }
      if (name === 'v' || name === 't') within = 'value'
      if (name === 'f') [within, cell.formula] = ['formula', '']
    },
    text: said => {
      if (within === 'value') cell.value += said
      if (within === 'formula') cell.formula += said
    },
    closed: name => {
      if (name === 'v' || name === 't' || name === 'f') within = undefined
      const cells = rows.at(-1)?.cells
      // Rows that are only coloured are no rows.
      if (name === 'row' && cells?.every(text => text === '')) rows.pop()
      if (name !== 'c' || !cells || cell.column >= COLUMN_LIMIT) return
      while (cells.length < cell.column) cells.push('')
      cells[cell.column] = textOf(cell, shared)
    },
  })
  return rows
}

function textOf(
  { type, value, formula }: { type: string; value: string; formula: string | undefined },
  shared: readonly string[],
): string {
  if (formula !== undefined) return `=${formula}`
  return type === 's' ? (shared[Number(value)] ?? '') : value
}

/** `C7` → 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
