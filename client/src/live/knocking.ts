import { paths } from '#protocol/paths.js'

/**
 * For how long an answer is waited for: not long, since a knock at a dead line is never answered and another one is once
 * the line is back; and beside that for long, since a line may be slow and not dead. Milliseconds.
 */
const PATIENCE_MS = [400, 5000]
/** Between two knocks; by chance, so that two hundred screens that lost the same server do not return in one instant. */
const PAUSE_MS = { least: 100, spread: 300 }

const pause = () =>
  new Promise(resolve => setTimeout(resolve, PAUSE_MS.least + Math.random() * PAUSE_MS.spread))

/**
 * Knocks at the server until it answers once: a socket's own attempt to connect that hangs in a dead line does not
 * notice that the line is back. Answers with what ends the knocking.
 */
export function whenAnswered(then: () => void): () => void {
  const ended = new AbortController()
  async function knock(patience: number): Promise<void> {
    for (;;) {
      await pause()
      if (ended.signal.aborted) return
      const signal = AbortSignal.timeout(patience)
      // Past the cache, where one knock would wait for the other.
      const answer = await fetch(paths.live, { signal, cache: 'no-store' }).catch(() => undefined)
      if (ended.signal.aborted) return
      if (!answer?.ok) continue
      ended.abort()
      return then()
    }
  }
  for (const patience of PATIENCE_MS) void knock(patience)
  return () => ended.abort()
}
