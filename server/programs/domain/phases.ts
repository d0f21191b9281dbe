import type { Phase } from '#protocol/program.js'
import type { Role } from '#protocol/roles.js'

/** From which phase one may go to which. Back to the draft only while there is no question. */
export const PHASES: Record<Phase, readonly Phase[]> = {
  draft: ['open'],
  open: ['live', 'draft'],
  live: ['paused', 'ended'],
  paused: ['live', 'ended'],
  ended: ['live', 'closed'],
  closed: [],
}

/** The producer leads through the hour; closing the books is the moderator's. */
export const PHASE_IS_FOR: Record<Phase, Role> = {
  draft: 'producer',
  open: 'producer',
  live: 'producer',
  paused: 'producer',
  ended: 'producer',
  closed: 'moderator',
}

/** Phases in which the panel and the lists may be changed freely; afterwards something may only be added. */
export const SETTING_UP: ReadonlySet<Phase> = new Set(['draft', 'open'])
