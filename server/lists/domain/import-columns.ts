import { fold } from '#protocol/folding.js'
import type { ImportField } from '#protocol/house-import.js'

/** What columns are called, without tones and case; the longer heading first where one begins with the other. */
const HEADINGS: Record<ImportField, readonly string[]> = {
  name: [
    'ten',
    'ten goi',
    'name',
    'noi dung',
    'linh vuc',
    'chuyen de',
    'co quan',
    'ten co quan',
    'don vi',
    'ten don vi',
    'xa phuong',
    'ten xa phuong',
    'ten xa',
    'ten phuong',
    'dia danh',
    'ly do',
    'loi nhan',
    'text',
  ],
  code: ['ma', 'ma so', 'code', 'ma don vi', 'ma xa', 'ma phuong', 'ma xa phuong'],
  former: [
    'ten cu',
    'cu',
    'ten truoc day',
    'don vi cu',
    'dia danh cu',
    'former',
    'former names',
    'old names',
  ],
  representative: ['dai dien', 'nguoi dai dien', 'representative'],
  effectiveFrom: ['tu ngay', 'hieu luc tu', 'from', 'effective from'],
  effectiveTo: ['den ngay', 'hieu luc den', 'to', 'effective to'],
}

/** Where nothing is headed: the order in which lists are usually written. */
const UNHEADED: readonly ImportField[] = ['name', 'code', 'former', 'representative']

export type Column = { title: string; field: ImportField | null }

/** The columns of a table, and whether its first row is their heading: it is one when it heads a column of names. */
export function columnsOf(first: readonly string[], width: number): { columns: Column[]; headed: boolean } {
  const fields = first.map(fieldOf)
  const headed = fields.includes('name')
  const columns = Array.from({ length: width }, (_, index) => {
    const title = (headed && first[index]?.trim()) || letterOf(index)
    const field = (headed ? fields[index] : UNHEADED[index]) ?? null
    // Of two columns with one meaning the first has it.
    return { title, field: headed && fields.indexOf(field) !== index ? null : field }
  })
  return { columns, headed }
}

function fieldOf(title: string): ImportField | null {
  const folded = fold(title)
  const found = Object.entries(HEADINGS).find(([, titles]) => titles.includes(folded))
  return (found?.[0] as ImportField | undefined) ?? null
}

/** A, B … Z, AA: as table programs name columns. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
