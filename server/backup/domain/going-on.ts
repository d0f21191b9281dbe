import type { Phase } from '#protocol/program.js'
import type { Head } from './erasures.js'

export type Kept = { id: string; phase: Phase; revision: number; nextNumber: number }

/**
 * Further than a programme can have come between a backup and its loss. Whoever still shows a revision from that time
 * is so far behind that he is told everything anew.
 */
export const REVISIONS_LEFT_OUT = 100_000

/** Numbers beyond the last that is known: some may have been said to callers since. */
export const NUMBERS_LEFT_OUT = 50

/** Where a restored programme goes on. Of one that takes no questions the numbers stay as they are. */
export function howToGoOn({ phase, revision, nextNumber }: Kept, head: Head | undefined) {
  const last = Math.max(revision, head?.revision ?? 0)
  const next = Math.max(nextNumber, head?.nextNumber ?? 0)
  const resting = phase === 'draft' || phase === 'closed'
  return {
    revision: last + REVISIONS_LEFT_OUT,
    nextNumber: resting ? nextNumber : next + NUMBERS_LEFT_OUT,
  }
}
