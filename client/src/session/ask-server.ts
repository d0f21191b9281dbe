import type { ErrorAnswer, ErrorCode } from '#protocol/errors.js'
import i18next from 'i18next'
import { language } from '../text/language.js'

/** A refusal in the reader's words. `network` when the server could not be reached at all. */
export class Refused extends Error {
  constructor(
    readonly code: ErrorCode | 'network',
    message: string,
    readonly details: Record<string, unknown> = {},
    /** When it may be tried again, where the server says so. Seconds. */
    readonly retryAfter?: number,
  ) {
    super(message)
  }
}

const unreachable = () => new Refused('network', i18next.t('refusal.unreachable'))

/** Asks the server over HTTP; answers with the body, or throws what was refused. The signal gives the asking up. */
export async function askServer<Answer>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(signal && { signal }),
    headers: {
      'accept-language': language(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch(() => {
    throw unreachable()
  })
  if (response.status === 204) return undefined as Answer
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer as Answer
  const error = (answer as ErrorAnswer | undefined)?.error
  if (!error) throw unreachable()
  if (error.code === 'access.signed_out') signedOut()
  const retryAfter = Number(response.headers.get('retry-after')) || undefined
  throw new Refused(error.code, error.message, error.details, retryAfter)
}

const listeners = new Set<() => void>()

/** Whoever shows who is signed in hears here that nobody is any longer. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function signedOut(): void {
  for (const listener of listeners) listener()
}
