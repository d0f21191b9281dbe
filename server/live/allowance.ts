import { Event } from '#protocol/live.js'

/** What saying an event costs: a join reads a programme, a mark is written at once, receipts are written in batches. */
const COST: ReadonlyMap<string, number> = new Map([
  [Event.join, 40],
  [Event.answer, 20],
  [Event.editing, 20],
  [Event.painted, 1],
])
const COST_OF_UNKNOWN = 20
/** What a socket may spend at once, and what it gains a second: 2,000 pictures, a hundred marks, fifty joins. */
const FULL = 4000
const GAINED_A_SECOND = 2000
/** Whoever goes on for so much beyond has no wish to be served. */
const DEEPEST_DEBT = 8000

export type Verdict = 'served' | 'refused' | 'cut'

/** How much one socket may still say. What is refused costs as well, so a flood ends in the socket's end. */
export class Allowance {
  private left = FULL

  /** `now`: milliseconds that never go back. */
  constructor(private at: number) {}

  spend(event: string, now: number): Verdict {
    this.left = Math.min(FULL, this.left + ((now - this.at) * GAINED_A_SECOND) / 1000)
    this.at = now
    this.left -= COST.get(event) ?? COST_OF_UNKNOWN
    if (this.left >= 0) return 'served'
    return this.left < -DEEPEST_DEBT ? 'cut' : 'refused'
  }
}
