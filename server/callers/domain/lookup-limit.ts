/** Look-ups of one account in a minute. */
export const LOOKUPS_A_MINUTE = 60
export const LOOKUP_WINDOW_MS = 60_000

/** How many look-ups there were in the window, and the first of them. */
export type EarlierLookups = { count: number; oldest: Date | null }

/** Whole seconds until the account may look up again; 0 at once. */
export function lookupWaitSeconds({ count, oldest }: EarlierLookups, now: Date): number {
  if (count < LOOKUPS_A_MINUTE || !oldest) return 0
  return Math.max(1, Math.ceil((oldest.getTime() + LOOKUP_WINDOW_MS - now.getTime()) / 1000))
}
