import { mkdir, open, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { journalName, journalsIn } from './domain/backup-names.js'
import {
  type Erasure,
  type Journal,
  type JournalLine,
  type Span,
  keyOf,
  readJournal,
} from './domain/erasures.js'
import { type Asked, headsOf } from './house-of.js'

/** Longer than any command takes from its moment to its commit: what is older and committed can be seen. Milliseconds. */
const SETTLED_MS = 15_000

const ERASED_SINCE = `
  SELECT l.at, l.type, l."programId", l."targetId", l."commandId", q.number, l."by"
    FROM ledger_entry l LEFT JOIN question q ON q.id = l."targetId"
    WHERE l.at > $1 AND (l.type IN ('question.diverted', 'program.wiped', 'screen.revoked')
      OR (l.type = 'program.phase_changed' AND l."to" = 'closed'))
  UNION ALL
  SELECT at, type, NULL, "targetId", NULL, NULL, "by" FROM audit_entry
    WHERE at > $1 AND type IN ('account.changed', 'account.password_reset')
  ORDER BY at`

/** Writes beside the backups what they do not know yet. The folder is not made: without backups nobody needs it. */
export class ErasureJournal {
  private known: Set<string> | undefined
  private until = new Date(0)

  constructor(
    private readonly database: Asked,
    private readonly folder: string,
    private readonly house: string,
  ) {}

  /** Brings the journal up to this moment, and says in it how far it goes. */
  async note(now: Date): Promise<void> {
    const known = this.known ?? (await this.load())
    const since = new Date(this.until.getTime() - SETTLED_MS)
    const { rows } = await this.database.query<Omit<Erasure, 'at'> & { at: Date }>(ERASED_SINCE, [since])
    const news = rows
      .map(row => ({ ...row, at: row.at.toISOString(), by: row.by && { id: row.by.id, name: row.by.name } }))
      .filter(erasure => !known.has(keyOf(erasure)))
    const until = new Date(now.getTime() - SETTLED_MS)
    const mark = { until: until.toISOString(), heads: await headsOf(this.database) }
    await append(join(this.folder, journalName(this.house, now)), [...news.map(erased => ({ erased })), mark])
    for (const erasure of news) known.add(keyOf(erasure))
    this.known = known
    this.until = until
  }

  private async load(): Promise<Set<string>> {
    const { erasures, until } = await journalIn([this.folder], this.house)
    if (until) this.until = new Date(until)
    return new Set(erasures.map(keyOf))
  }
}

/** What the journals of a house say, wherever a part of them lies. */
export async function journalIn(folders: readonly string[], house: string): Promise<Journal> {
  const lines: string[] = []
  for (const folder of new Set(folders)) {
    const names = await readdir(folder).catch(() => [])
    for (const { name } of journalsIn(names, house))
      lines.push(...(await readFile(join(folder, name), 'utf8')).split('\n'))
  }
  return readJournal(lines)
}

/** A restore could not learn what was erased in this span: a later one is told so too. */
export async function noteUnknown(folder: string, house: string, now: Date, unknown: Span): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await append(join(folder, journalName(house, now)), [{ unknown }])
}

/** At the end, in one write, on the disk when it returns. Begins a line of its own behind one that a crash cut short. */
async function append(path: string, lines: readonly JournalLine[]): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(lines.map(line => `\n${JSON.stringify(line)}`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}
