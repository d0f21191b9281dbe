import { type FocusEvent, type PointerEvent, type UIEvent, useState } from 'react'

/** Whether a hand is on a column: the keyboard is in it, the mouse over it, or it was scrolled to be read. */
export function useHand() {
  const [focus, setFocus] = useState(false)
  const [mouse, setMouse] = useState(false)
  const [scrolled, setScrolled] = useState(false)
  return {
    inside: focus || mouse || scrolled,
    onFocus: () => setFocus(true),
    onBlur: (event: FocusEvent<HTMLElement>) => setFocus(event.currentTarget.contains(event.relatedTarget)),
    onScroll: (event: UIEvent<HTMLElement>) => setScrolled(event.currentTarget.scrollTop > 0),
    /** For the whole column, its head included: what waits is let in there, under the mouse. */
    over: {
      onPointerEnter: (event: PointerEvent) => setMouse(event.pointerType === 'mouse'),
      onPointerLeave: () => setMouse(false),
    },
  }
}
