/** Something a person can put right: the message says what and how, in Vietnamese and then in English. */
export class EmbeddedPostgresFault extends Error {
  override readonly name = 'EmbeddedPostgresFault'

  constructor(vietnamese: string, english: string, details: string[] = []) {
    super([vietnamese, english, ...details.map(line => `  ${line}`)].join('\n'))
  }
}

/** The operating system said no: says to what, and what else can be done. */
export function permissionFault(path: string, error: unknown): EmbeddedPostgresFault {
  return new EmbeddedPostgresFault(
    `Không ghi được vào thư mục dữ liệu ${path}: hãy cấp quyền, hoặc đặt DATA_DIR hay DATABASE_URL khác.`,
    `Cannot use the data folder ${path}: give this user access to it, or set another DATA_DIR or a DATABASE_URL.`,
    [error instanceof Error ? error.message : String(error)],
  )
}
