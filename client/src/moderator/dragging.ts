import {
  Accessibility,
  Feedback,
  KeyboardSensor,
  PointerActivationConstraints,
  PointerSensor,
  StyleInjector,
} from '@dnd-kit/dom'
import type { DragDropProvider } from '@dnd-kit/react'
import type { ComponentProps } from 'react'

type Settings = Pick<ComponentProps<typeof DragDropProvider>, 'sensors' | 'plugins'>

/** A mouse takes a card anywhere once it has moved this far, in pixels; a finger, which also scrolls, by the grip alone. */
const TAKEN_AFTER = 5

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const nothing = () => undefined

/** How cards are dragged: by mouse, finger or keys. What happens is said by the column, in its own words. */
export const DRAGGING: Settings = {
  sensors: [
    PointerSensor.configure({
      activatorElements: source => [source.element],
      activationConstraints: [new PointerActivationConstraints.Distance({ value: TAKEN_AFTER })],
      preventActivation: (event, source) =>
        event.pointerType !== 'mouse' && !source.handle?.contains(event.target as Element),
    }),
    KeyboardSensor,
  ],
  plugins: defaults => [
    ...defaults.filter(plugin => plugin !== Accessibility && plugin !== Feedback),
    // The page's policy allows only styles that carry the answer's own nonce.
    StyleInjector.configure({ nonce }),
    // No flight to its place; only so, and not with null, does the grip get the keyboard back.
    Feedback.configure({ dropAnimation: nothing }),
    Accessibility.configure({ announcements: { dragstart: nothing, dragend: nothing } }),
  ],
}

/** Ends a drag as its own Escape would, whatever holds the card. */
export const letGo = () =>
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true }),
  )
