/** A backup or a day of the erasure journal, by its name in the folder: of which house, and of when. */
export type Named = { name: string; house: string; at: Date }

const BACKUP = /^doi-thoai-([0-9a-f]{8})-(\d{4}-\d\d-\d\dT\d\d\d\d\d\d\.\d{3}Z)\.backup\.gz$/
const JOURNAL = /^doi-thoai-([0-9a-f]{8})-(\d{4}-\d\d-\d\d)\.erased\.jsonl$/

const short = (house: string) => house.slice(0, 8)

/** `doi-thoai-0a1b2c3d-2026-11-21T020000.000Z.backup.gz`: sorts by time, in UTC, and without the colons that Windows refuses. */
export const backupName = (house: string, takenAt: Date): string =>
  `doi-thoai-${short(house)}-${takenAt.toISOString().replaceAll(':', '')}.backup.gz`

/** One file a day, in UTC. */
export const journalName = (house: string, at: Date): string =>
  `doi-thoai-${short(house)}-${at.toISOString().slice(0, 10)}.erased.jsonl`

/** The house's backups among the names of a folder, the oldest first. */
export const backupsIn = (names: readonly string[], house?: string): Named[] =>
  named(names, BACKUP, house, told => told.replace(/T(\d\d)(\d\d)/, 'T$1:$2:'))

export const journalsIn = (names: readonly string[], house: string): Named[] =>
  named(names, JOURNAL, house, day => `${day}T00:00:00.000Z`)

function named(
  names: readonly string[],
  form: RegExp,
  house: string | undefined,
  asMoment: (told: string) => string,
): Named[] {
  return names
    .flatMap(name => {
      const [, of, told] = form.exec(name) ?? []
      return of && told ? [{ name, house: of, at: new Date(asMoment(told)) }] : []
    })
    .filter(({ house: of }) => house === undefined || of === short(house))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

const DAY_MS = 86_400_000

/**
 * What may go: backups older than so many days, but never the newest; and days of the journal that no backup left
 * could need. To be asked when a good new backup is there.
 */
export function expired(names: readonly string[], house: string, now: Date, keepDays: number): string[] {
  const backups = backupsIn(names, house)
  const gone = backups.slice(0, -1).filter(({ at }) => now.getTime() - at.getTime() > keepDays * DAY_MS)
  const oldest = backups[gone.length]
  const unneeded = oldest
    ? journalsIn(names, house).filter(({ at }) => at.getTime() + DAY_MS <= oldest.at.getTime())
    : []
  return [...gone, ...unneeded].map(({ name }) => name)
}
