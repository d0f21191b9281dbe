import { DomainError, invalidField } from '../../errors/domain-error.js'

/** A row as the file has it, by the number that the file's own program shows. */
export type TableRow = { number: number; cells: string[] }

/** Why a table cannot be read at all; `server/errors` says it in the reader's language. */
export type TableFault =
  | 'import.too_many_rows'
  | 'import.too_large_unpacked'
  | 'import.old_excel'
  | 'import.unreadable'
  | 'import.quote_open'
  | 'import.empty'

export const cannotRead = (fault: TableFault): DomainError => invalidField('table', fault)
