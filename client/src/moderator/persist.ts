import { Refused, askServer } from '../session/ask-server.js'

/** For an answer that is late, and between two tries. Milliseconds. */
const PATIENCE_MS = 4000
const AGAIN_MS = 500

/** Nobody said yes or no: the command may have been done, or not. */
const UNANSWERED = new Set<Refused['code']>(['network', 'database.unavailable'])

export const isUnanswered = (error: unknown) => error instanceof Refused && UNANSWERED.has(error.code)

/**
 * Asks until the server has said yes or no. It is the same command with the same id each time: done once, however
 * often it had to be asked.
 */
export async function askUntilAnswered<Answer>(path: string, command: { id: string }): Promise<Answer> {
  for (;;) {
    try {
      return await askServer<Answer>('POST', path, command, AbortSignal.timeout(PATIENCE_MS))
    } catch (error) {
      if (!isUnanswered(error)) throw error
      await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
    }
  }
}
