import { vi } from 'vitest'

/** How long a test waits for what comes at once on a quiet machine: another program may have this one's processor. */
const PATIENCE_MS = 10_000

/**
 * What comes by itself, and on a quiet machine within a fraction of a second: far sooner than by any asking again,
 * and late enough for a machine that stood still for a moment.
 */
export const SOON_MS = 5000

/** Waits until something that is asked again and again is so; where it never is, ends with the last complaint. */
export const eventually = <T>(
  check: () => T | Promise<T>,
  { timeout = PATIENCE_MS, interval = 50 } = {},
): Promise<T> => vi.waitFor(check, { timeout, interval })
