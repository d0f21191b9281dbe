import { fold } from '#protocol/folding.js'
import type { RowAction } from '#protocol/house-import.js'
import type { HouseEntryRow } from './house-entry.js'
import type { Draft, Fault } from './import-rows.js'

/** What becomes of a row: a new entry, or this one of the list. */
export type Decided = { draft: Draft; action: RowAction; known?: HouseEntryRow }

const exactly = (text: string) => text.toLowerCase()

/**
 * Compares rows with the entries in use: by code, by name, by name without tones; never with one of another code. Two
 * rows for one entry, or that say the same, are a fault of the second, named with the row of the first.
 */
export function decideRows(
  drafts: readonly Draft[],
  present: readonly HouseEntryRow[],
  update: boolean,
  column: string,
): { decided: Decided[]; faults: Fault[] } {
  const find = finderIn(present.filter(entry => !entry.retiredAt))
  const rowOf = new Map<string, number>()
  const decided: Decided[] = []
  const faults: Fault[] = []
  for (const draft of drafts) {
    const known = find(draft)
    const key = known?.id ?? `${exactly(draft.name)} ${exactly(draft.code ?? '')}`
    const first = rowOf.get(key)
    if (first !== undefined) {
      faults.push({ row: draft.row, column, code: 'import.same_as_row', max: first })
      continue
    }
    rowOf.set(key, draft.row)
    if (!known) decided.push({ draft, action: 'added' })
    else {
      const same = saysNothingNew(draft, known)
      decided.push({ draft, known, action: same ? 'same' : update ? 'updated' : 'skipped' })
    }
  }
  return { decided, faults }
}

type Shelf = Map<string, HouseEntryRow[]>

function put(shelf: Shelf, key: string, entry: HouseEntryRow): void {
  const there = shelf.get(key)
  if (there) there.push(entry)
  else shelf.set(key, [entry])
}

function finderIn(entries: readonly HouseEntryRow[]) {
  const [codes, names, folded]: [Shelf, Shelf, Shelf] = [new Map(), new Map(), new Map()]
  for (const entry of entries) {
    if (entry.code) put(codes, exactly(entry.code), entry)
    put(names, exactly(entry.name), entry)
    put(folded, fold(entry.name), entry)
  }
  return ({ code, name }: Draft): HouseEntryRow | undefined => {
    const fits = (entry: HouseEntryRow) => !code || !entry.code || exactly(entry.code) === exactly(code)
    return (
      (code && codes.get(exactly(code))?.[0]) ||
      names.get(exactly(name))?.find(fits) ||
      folded.get(fold(name))?.find(fits)
    )
  }
}

const TEXTS = ['name', 'code', 'representative', 'effectiveFrom', 'effectiveTo'] as const

/** What a row leaves out stays as it is, so it says nothing of it. */
const saysNothingNew = (draft: Draft, known: HouseEntryRow): boolean =>
  TEXTS.every(field => draft[field] === undefined || draft[field] === known[field]) &&
  (!draft.former || draft.former.join('\n') === known.former.join('\n'))
