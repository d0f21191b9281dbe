import { useEffect } from 'react'

/** The pointer is gone after this long without being moved. Milliseconds. */
const POINTER_MS = 3000

/** What makes a browser a screen: no pointer, nothing selected, the whole monitor, and no sleep. */
export function useGlass(): void {
  useEffect(() => {
    const root = document.documentElement
    let timer = 0
    const moved = () => {
      delete root.dataset['pointer']
      clearTimeout(timer)
      timer = window.setTimeout(() => (root.dataset['pointer'] = 'hidden'), POINTER_MS)
    }
    const fill = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('button, a, [role="menu"]')) return
      if (!document.fullscreenElement) root.requestFullscreen?.().catch(() => {})
    }
    moved()
    window.addEventListener('pointermove', moved)
    document.addEventListener('click', fill)
    const release = stayAwake()
    return () => {
      clearTimeout(timer)
      delete root.dataset['pointer']
      window.removeEventListener('pointermove', moved)
      document.removeEventListener('click', fill)
      release()
    }
  }, [])
}

/**
 * Keeps the monitor awake where the browser lets a page do so, which is only over HTTPS or on the machine itself.
 * Elsewhere the monitor's own setting decides; nothing is said on the screen about it.
 */
function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  const take = () => {
    // The lock is lost whenever the page is hidden.
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
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
