import type { ErrorCode } from '#protocol/errors.js'

/**
 * A refusal with a stable code. `details` go to the asker as they are: put nothing in them that he may not see.
 * `retryAfter` is in seconds.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details?: Record<string, unknown>,
    readonly retryAfter?: number,
  ) {
    super(code)
  }
}

/** A fault in one field of a command that only the database or the programme's lists could tell. */
export const invalidField = (path: string, message: string) =>
  new DomainError('request.invalid', { faults: [{ path, message }] })
