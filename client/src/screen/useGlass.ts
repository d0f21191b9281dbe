import { useEffect } from 'react'
import { stayAwake } from './awake.js'

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
