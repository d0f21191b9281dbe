import type { RequestFault } from '#protocol/errors.js'
import { Refused } from './ask-server.js'

/** What is wrong with each field of what was sent, by its path; nothing when something else was refused. */
export function faultsIn(error: unknown): Record<string, string> {
  const faults =
    error instanceof Refused ? (error.details['faults'] as RequestFault[] | undefined) : undefined
  return Object.fromEntries((faults ?? []).map(({ path, message }) => [path, message]))
}
