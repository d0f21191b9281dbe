import type { ErrorAnswer } from '#protocol/errors.js'
import { language, words } from '../text/words.js'

/** A refusal in the reader's words, or that the server could not be reached. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Asks the server over HTTP; answers with the body, or throws what was refused. */
export async function askServer<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: {
      'accept-language': language,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused('network', words.unreachable)
  })
  if (response.status === 204) return undefined as Answer
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer as Answer
  const error = (answer as ErrorAnswer | undefined)?.error
  throw new Refused(error?.code ?? 'network', error?.message ?? words.unreachable)
}
