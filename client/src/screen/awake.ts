/**
 * Keeps the monitor awake: by the browser's own lock, which is only lent over HTTPS or on the machine itself, else by a
 * silent film that is never seen. Nothing is said on the screen about it. Answers with what lets it sleep again.
 */
export const stayAwake = (): (() => void) => ('wakeLock' in navigator ? byLock() : byFilm())

function byLock(): () => void {
  let lock: WakeLockSentinel | undefined
  const take = () => {
    // The lock is lost whenever the page is hidden.
    if (document.visibilityState !== 'visible') return
    navigator.wakeLock.request('screen').then(
      taken => (lock = taken),
      () => {},
    )
  }
  take()
  document.addEventListener('visibilitychange', take)
  return () => {
    document.removeEventListener('visibilitychange', take)
    void lock?.release().catch(() => {})
  }
}

/** A film with sound, however silent, may start only after a touch: it is tried at once, and at every touch until it runs. */
function byFilm(): () => void {
  const stop = new AbortController()
  void import('nosleep.js').then(({ default: NoSleep }) => {
    const { signal } = stop
    if (signal.aborted) return
    const film = new NoSleep()
    const play = () => {
      if (!film.isEnabled) film.enable().catch(() => {})
    }
    play()
    document.addEventListener('click', play, { signal })
    signal.addEventListener('abort', () => film.disable())
  })
  return () => stop.abort()
}
