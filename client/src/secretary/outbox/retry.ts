import type { ErrorCode } from '#protocol/errors.js'

const FIRST_MS = 250
const MOST_MS = 5000
/** Longer than this no server is believed to mean it. Seconds. */
const MOST_RETRY_AFTER = 60

export type Fate = 'again' | 'signedOut' | 'refused'

const AGAIN: readonly string[] = ['network', 'database.unavailable', 'access.too_many', 'server.failed']
const SIGNED_OUT: readonly string[] = ['access.signed_out', 'access.password_change_needed']

/** What becomes of a slip over which something else came back than an answer. */
export function fateOf(code: ErrorCode | 'network'): Fate {
  if (AGAIN.includes(code)) return 'again'
  return SIGNED_OUT.includes(code) ? 'signedOut' : 'refused'
}

/** How long to wait before trying again, the first time being 0; `chance` between 0 and 1. Milliseconds. */
export function waitBefore(attempt: number, retryAfter: number | undefined, chance: number): number {
  if (retryAfter !== undefined) return Math.min(retryAfter, MOST_RETRY_AFTER) * 1000
  return Math.min(FIRST_MS * 2 ** attempt, MOST_MS) * (0.5 + chance / 2)
}
