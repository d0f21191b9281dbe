import { z } from 'zod'
import { Day, Id } from './ids.js'

/** Bytes of a body that brings a table; of a file, in base64, three quarters of it. */
export const IMPORT_BODY_LIMIT = 8 * 1024 * 1024

/** Rows of a table, beside its heading. */
export const IMPORT_ROWS = 50_000

/** How many faults, formulas and rows a report shows; it counts all of them. */
export const REPORT_ROWS = 200

/** The columns that are understood, by the field that they fill. */
export const ImportField = z.enum([
  'name',
  'code',
  'former',
  'representative',
  'effectiveFrom',
  'effectiveTo',
])
export type ImportField = z.infer<typeof ImportField>

/** In what a text file was written; `windows-1258` is what is assumed where nothing else fits. */
export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1258'])
export type Encoding = z.infer<typeof Encoding>

/**
 * A table for a list: pasted `text`, or a `file` (CSV or XLSX) in base64. A preview changes nothing; without it all
 * of the table is taken in, or nothing.
 */
export const ImportTable = z
  .strictObject({
    id: Id,
    preview: z.boolean().default(false),
    text: z.string().optional(),
    file: z.base64().optional(),
    /** What becomes of an entry that is there already, by code or by name without tones and case. */
    known: z.enum(['skip', 'update']).default('skip'),
    /** Takes in the rows in order although others are faulty; else one faulty row refuses all. */
    leaveOutFaulty: z.boolean().default(false),
  })
  .refine(({ text, file }) => (text === undefined) !== (file === undefined), 'import.text_or_file')
export type ImportTable = z.infer<typeof ImportTable>

/** What is done with a row: added, changed, or nothing, since it is there so (`same`) or otherwise (`skipped`). */
export const RowAction = z.enum(['added', 'updated', 'same', 'skipped'])
export type RowAction = z.infer<typeof RowAction>

/** Rows are numbered as the file's own program shows them; columns are named by their title, or their letter. */
export const RowFault = z.strictObject({
  row: z.int(),
  column: z.string(),
  code: z.string(),
  message: z.string(),
})
export type RowFault = z.infer<typeof RowFault>

export const ImportReport = z.strictObject({
  form: z.enum(['text', 'xlsx']),
  /** Of a file that is text. */
  encoding: Encoding.nullable(),
  separator: z.enum([',', ';', '\t']).nullable(),
  /** Of each column its title or letter, and the field it fills; null where it is left aside. */
  columns: z.array(z.strictObject({ title: z.string(), field: ImportField.nullable() })),
  /** Rows that are not empty, without the heading. */
  rows: z.int(),
  counts: z.record(RowAction, z.int()),
  faulty: z.int(),
  faults: z.array(RowFault),
  /** Cells that a table program might take for a formula: here they are text and nothing else. */
  formulas: z.int(),
  formulasShown: z.array(z.strictObject({ row: z.int(), column: z.string(), text: z.string() })),
  shown: z.array(
    z.strictObject({
      row: z.int(),
      action: RowAction,
      name: z.string(),
      code: z.string().optional(),
      former: z.array(z.string()).optional(),
      representative: z.string().optional(),
      effectiveFrom: Day.optional(),
      effectiveTo: Day.optional(),
    }),
  ),
})
export type ImportReport = z.infer<typeof ImportReport>
