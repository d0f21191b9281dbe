import { expect } from 'vitest'
import type { LiveClient } from './live-client.js'

const byId = (views: Iterable<any>) => [...views].sort((one, other) => (one.id < other.id ? -1 : 1))

/** What a client believes, built from its snapshot and every patch since. */
export const beliefOf = (client: LiveClient) => ({
  revision: client.revision,
  program: client.program,
  questions: byId(client.questions.values()),
  speakers: byId(client.speakers.values()),
  // How many browsers hold a screen stands beside the revision, and comes with the receipts.
  screens: byId(client.screens.values()).map(({ connections: _connections, ...screen }) => screen),
  messages: byId(client.messages.values()),
  me: client.me,
})

/**
 * The old client and one that joins now come to the same revision, and believe the same there. Either may be told of
 * the latest change first.
 */
export async function expectSame(old: LiveClient, fresh: LiveClient): Promise<void> {
  await old.until(() => old.revision === fresh.revision)
  expect(beliefOf(old)).toEqual(beliefOf(fresh))
}
