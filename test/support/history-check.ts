/** What somebody asked for, and what became of it; `info` is whatever nobody was told. In the order of their happening. */
export type Act =
  | { kind: 'invoke'; id: string; type: string; targetId: string }
  | { kind: 'ok'; id: string; revision: number }
  | { kind: 'fail' | 'info'; id: string }

export type LedgerLine = {
  revision: number
  commandId: string | null
  type: string
  targetId: string | null
  from: string | null
  to: string | null
}
export type Kept = { id: string; state: string; version: number }
/** What one display showed from one revision on: what is approved and what is on air. */
export type Picture = { revision: number; shown: readonly Kept[] }

/** A run as it was seen from outside, and the database as it was afterwards. */
export type Run = {
  acts: readonly Act[]
  ledger: readonly LedgerLine[]
  questions: readonly Kept[]
  displays: readonly (readonly Picture[])[]
}

const SHOWN = new Set(['approved', 'on_air'])

const pictureOf = (questions: Iterable<Kept>) =>
  [...questions]
    .filter(({ state }) => SHOWN.has(state))
    .map(({ id, state, version }) => `${id} ${state} ${version}`)
    .sort()
    .join('\n')

/**
 * Looks for what must not be, in the history and not only in the end of it: what was acknowledged stands, once, as it
 * was told, and behind what was acknowledged before it was asked for; what was refused does not stand; what nobody was
 * told may stand or not; nothing stands that nobody asked for; and no display ever showed anything but what the ledger
 * says for its revision, went back, or stayed behind. Answers a sentence for each violation.
 */
export function violationsIn(run: Run): string[] {
  const { pictures, faults } = replayed(run)
  return [
    ...faults,
    ...ofActs(run),
    ...run.displays.flatMap((display, at) => ofDisplay(display, at, pictures)),
  ]
}

/** The ledger alone: without a gap, each entry continuing what was, and leading to the rows that are there. */
function replayed({ ledger, questions }: Run): { pictures: string[]; faults: string[] } {
  const faults: string[] = []
  const now = new Map<string, Kept>()
  const pictures = ['']
  for (const [at, { revision, type, targetId, from, to }] of ledger.entries()) {
    if (revision !== at + 1) faults.push(`revision ${at + 1} is missing`)
    if (type.startsWith('question.') && targetId) {
      const before = now.get(targetId)
      if ((before?.state ?? null) !== from)
        faults.push(`revision ${revision} begins at ${from}, where ${before?.state ?? null} was`)
      // Who takes the air takes it from another, in the same revision.
      if (type === 'question.taken')
        for (const other of now.values())
          if (other.state === 'on_air')
            now.set(other.id, { ...other, state: 'answered', version: other.version + 1 })
      now.set(targetId, { id: targetId, state: to ?? '', version: (before?.version ?? 0) + 1 })
    }
    pictures.push(pictureOf(now.values()))
  }
  const kept = new Map(questions.map(question => [question.id, question]))
  for (const { id, state, version } of now.values()) {
    const row = kept.get(id)
    if (row?.state !== state || row.version !== version)
      faults.push(`${id} is ${row?.state} ${row?.version}, and ${state} ${version} by the ledger`)
  }
  for (const { id } of questions) if (!now.has(id)) faults.push(`${id} is not in the ledger`)
  return { pictures, faults }
}

function ofActs({ acts, ledger }: Run): string[] {
  const faults: string[] = []
  const asked = new Map<string, Extract<Act, { kind: 'invoke' }> & { after: number }>()
  const lines = new Map<string, LedgerLine[]>()
  for (const line of ledger) {
    if (!line.commandId) continue
    lines.set(line.commandId, [...(lines.get(line.commandId) ?? []), line])
  }
  let acknowledged = 0
  for (const act of acts) {
    if (act.kind === 'invoke') {
      asked.set(act.id, { ...act, after: acknowledged })
      continue
    }
    const stands = lines.get(act.id) ?? []
    if (act.kind === 'fail' && stands.length > 0) faults.push(`${act.id} was refused, and stands`)
    if (act.kind !== 'ok') continue
    const { type, targetId, after } = asked.get(act.id)!
    const [line] = stands
    if (!line) faults.push(`${act.id} was acknowledged, and is lost`)
    else if (line.revision !== act.revision || line.type !== type || line.targetId !== targetId)
      faults.push(`${act.id} stands otherwise than it was told`)
    if (act.revision <= after) faults.push(`${act.id} stands before what was done when it was asked for`)
    acknowledged = Math.max(acknowledged, act.revision)
  }
  for (const [id, { length }] of lines) if (length > 1) faults.push(`${id} was done ${length} times`)
  for (const { commandId, type } of ledger)
    if (type.startsWith('question.') && !asked.has(commandId ?? ''))
      faults.push(`nobody asked for ${commandId}`)
  return faults
}

function ofDisplay(display: readonly Picture[], number: number, pictures: readonly string[]): string[] {
  const faults: string[] = []
  let reached = 0
  for (const { revision, shown } of display) {
    if (revision < reached) faults.push(`display ${number} went back from ${reached} to ${revision}`)
    if (pictureOf(shown) !== pictures[revision])
      faults.push(`display ${number} showed at ${revision} what was not so`)
    reached = revision
  }
  const head = pictures.length - 1
  if (reached !== head) faults.push(`display ${number} ended at ${reached} of ${head}`)
  return faults
}
