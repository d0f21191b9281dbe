import { paths } from '#protocol/paths.js'

/**
 * For how long an answer is waited for: not long, since a knock at a dead line is never answered and another one is once
 * the line is back; and beside that for long, since a line may be slow and not dead. Milliseconds.
 */
const PATIENCE_MS = { hasty: 400, patient: 5000 }
/** Between two knocks; by chance, so that two hundred screens that lost the same server do not return in one instant. */
const PAUSE_MS = { least: 100, spread: 300 }
/** At a line that was there until now the first knock is sooner: most that were cut can be had again at once. */
const SOON_MS = { least: 0, spread: 150 }
/** The patient knock begins when a hasty one was given up. */
const LATER_MS = { least: PATIENCE_MS.hasty, spread: 300 }

const pause = ({ least, spread }: typeof PAUSE_MS) =>
  new Promise(resolve => setTimeout(resolve, least + Math.random() * spread))

/**
 * Knocks at the server until it answers once: a socket's own attempt to connect that hangs in a dead line does not
 * notice that the line is back. `soon`: it was there until now. Answers with what ends the knocking.
 */
export function whenAnswered(then: () => void, soon = false): () => void {
  const ended = new AbortController()
  async function knock(patience: number, first: typeof PAUSE_MS): Promise<void> {
    for (let before = first; ; before = PAUSE_MS) {
      await pause(before)
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
  void knock(PATIENCE_MS.hasty, soon ? SOON_MS : PAUSE_MS)
  void knock(PATIENCE_MS.patient, LATER_MS)
  return () => ended.abort()
}
