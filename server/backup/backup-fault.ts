/** Something a person can put right: says what and how, in Vietnamese and then in English. */
export class BackupFault extends Error {
  constructor(vietnamese: string, english: string) {
    super(`${vietnamese}\n${english}`)
  }
}
