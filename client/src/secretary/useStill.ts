import { useEffect, useMemo, useRef, useState } from 'react'
import type { DeskQuestion } from '../questions/columns.js'

/** A pointer that has not moved for so long was left where it is: it holds nothing. Milliseconds. */
const POINTER_REST_MS = 4000

/** Whether a hand is on the list: the focus is inside, or the pointer moved over it just now. */
export function useHand() {
  const [inside, setInside] = useState(false)
  const [pointed, setPointed] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const point = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setPointed(false), POINTER_REST_MS)
    setPointed(true)
  }
  const leave = () => {
    clearTimeout(timer.current)
    setPointed(false)
  }
  return {
    held: inside || pointed,
    on: {
      onFocus: () => setInside(true),
      onBlur: (event: React.FocusEvent) => setInside(event.currentTarget.contains(event.relatedTarget)),
      onPointerMove: point,
      onWheel: point,
      onPointerLeave: leave,
    },
  }
}

type Still = {
  /** The list as it would be, were no hand on it. */
  live: readonly DeskQuestion[]
  questions: ReadonlyMap<string, unknown>
  held: boolean
  /** What the list is narrowed to. Another view is another list. */
  view: string
}

/** While a hand is on it no row moves: its news stand in their places, and what is new to the list waits, counted. */
export function useStill({ live, questions, held, view }: Still) {
  const [kept, setKept] = useState<{ view: string; ids: string[] } | null>(null)
  const hold = () => setKept({ view, ids: live.map(question => question.id) })
  if (held && kept?.view !== view) hold()
  if (!held && kept) setKept(null)

  const { shown, news } = useMemo(() => {
    if (!kept) return { shown: live, news: 0 }
    const known = new Set(kept.ids)
    return {
      shown: kept.ids.filter(id => questions.has(id)).map(id => questions.get(id) as DeskQuestion),
      news: live.filter(question => !known.has(question.id)).length,
    }
  }, [kept, live, questions])
  return { shown, news, release: hold }
}
