import type { Mode, Phase, ProgramList } from '#protocol/program.js'
import type { Person } from '#protocol/roles.js'

/** Numbers given out on paper, both ends included. */
export type PaperRange = { from: number; to: number; commandId?: string }

/** A programme as it is kept. Its row is what every change of the programme locks. */
export type ProgramRow = {
  id: string
  /** Counts every change of anything in the programme: 1, 2, 3 … without a gap. */
  revision: number
  /** Rises with PATCH, phase and rehearsal only. */
  version: number
  run: number
  number: number | null
  title: string
  seriesTitle: string | null
  channels: string[]
  plannedStart: Date | null
  plannedMinutes: number
  clockOffsetMs: number
  phase: Phase
  mode: Mode
  intakeOpen: boolean
  blank: boolean
  airHolder: Person | null
  nextNumber: number
  paperRanges: PaperRange[]
  /** The revision that last changed the lists or the panel: tells a cache whether it still holds. */
  listsRevision: number
  /** The revision at which it first opened in rehearsal since the last wipe. */
  rehearsedFrom: number | null
  /** The revision of the last wipe: nobody is brought across it by a patch. */
  wipedRevision: number
  /** The revision that last changed anything that is shown of the programme itself. */
  shownRevision: number
  closedAt: Date | null
  createdAt: Date
}

/** An entry of one of the programme's lists. */
export type ProgramEntry = {
  id: string
  programId: string
  list: ProgramList
  position: number
  version: number
  code: string | null
  name: string
  retiredAt: Date | null
}

export type SpeakerRow = {
  id: string
  programId: string
  honorific: string
  name: string
  post: string
  agency: string
  seat: number
  /** The programme's revision that last changed it. */
  revision: number
  removed: boolean
}

/** The next number to give, past every range that was given out on paper. */
export function nextFreeNumber(next: number, ranges: readonly PaperRange[]): number {
  const taken = ranges.find(range => next >= range.from && next <= range.to)
  return taken ? nextFreeNumber(taken.to + 1, ranges) : next
}

/** The lowest number a range on paper may begin with: far from what is given meanwhile. */
const FIRST_PAPER_NUMBER = 501

export function nextPaperRange(next: number, ranges: readonly PaperRange[], count: number): PaperRange {
  const above = Math.max(FIRST_PAPER_NUMBER, next, ...ranges.map(range => range.to + 1))
  return { from: above, to: above + count - 1 }
}
