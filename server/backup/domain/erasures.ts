import { z } from 'zod'

/**
 * Something that an older backup would bring back: what was erased or forgotten, and who or what was shut out. Ids,
 * numbers, moments and who of the house did it; nothing of a caller.
 */
export const Erasure = z.object({
  at: z.iso.datetime(),
  type: z.string(),
  programId: z.uuid().nullable(),
  targetId: z.uuid().nullable(),
  commandId: z.uuid().nullable(),
  number: z.int().nullable(),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
})
export type Erasure = z.infer<typeof Erasure>

/** How far a programme had come: its revision, and the number that its next question would have been given. */
export const Head = z.object({ id: z.uuid(), revision: z.int(), nextNumber: z.int() })
export type Head = z.infer<typeof Head>

/** A span of time of which nobody knows what was erased in it. */
const Span = z.object({ from: z.iso.datetime(), to: z.iso.datetime() })
export type Span = z.infer<typeof Span>

/**
 * A line: something erased; that everything up to a moment is written down, and how far programmes had come that are
 * neither in preparation nor closed; or what a restore had to leave unknown.
 */
const Line = z.union([
  z.object({ erased: Erasure }),
  z.object({ until: z.iso.datetime(), heads: z.array(Head) }),
  z.object({ unknown: Span }),
])
export type JournalLine = z.infer<typeof Line>

export type Journal = {
  erasures: Erasure[]
  /** Everything up to here is in it; undefined when nothing is known. */
  until: string | undefined
  /** But for these. */
  unknown: Span[]
  /** The furthest that each programme is known to have come. */
  heads: ReadonlyMap<string, Head>
}

/** Reads lines of one or more writers, in any order, with what two of them wrote. A line cut short by a crash says nothing. */
export function readJournal(lines: readonly string[]): Journal {
  const erasures = new Map<string, Erasure>()
  const heads = new Map<string, Head>()
  const unknown: Span[] = []
  let until: string | undefined
  for (const text of lines) {
    const line = parsed(text)
    if (!line) continue
    if ('erased' in line) {
      erasures.set(keyOf(line.erased), line.erased)
    } else if ('unknown' in line) {
      unknown.push(line.unknown)
    } else {
      if (!until || line.until > until) until = line.until
      for (const head of line.heads)
        if (head.revision > (heads.get(head.id)?.revision ?? -1)) heads.set(head.id, head)
    }
  }
  const inOrder = [...erasures.values()].toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return { erasures: inOrder, until, unknown, heads }
}

export const keyOf = ({ type, targetId, at }: Erasure): string => `${type} ${targetId} ${at}`

function parsed(text: string): JournalLine | undefined {
  try {
    return Line.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Of which times after a backup nobody can say what was erased: those lost before, and from the last word until now. */
export function unknownSince(takenAt: string, journal: Journal, now: string): Span[] {
  const before = journal.unknown.filter(({ to }) => to > takenAt)
  const from = journal.until && journal.until > takenAt ? journal.until : takenAt
  return [...before, { from, to: now }]
}
