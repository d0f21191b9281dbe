const EVERY_MS = 500

/**
 * Calls `stop` once when npm, which started us, is gone: a SIGTERM to `npm start` ends npm and its shell, and is not
 * passed on. Does nothing when npm is not our parent; keeps no process alive.
 */
export function onOrphaned(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, EVERY_MS)
  timer.unref()
}
