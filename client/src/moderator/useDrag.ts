import { move } from '@dnd-kit/helpers'
import type { DragDropProvider } from '@dnd-kit/react'
import { type ComponentProps, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import type { Order } from '../questions/running-order.js'

type Hand = { question: DeskQuestion; order: Order }
type Handlers = Pick<
  ComponentProps<typeof DragDropProvider>,
  'onBeforeDragStart' | 'onDragOver' | 'onDragEnd'
>

/**
 * What is in the hand, and the order as the hand sees it: it stands still but for what the hand itself moves. Every
 * step is said in words for whoever does not see it.
 */
export function useDrag(
  shown: readonly DeskQuestion[],
  drop: (among: Order, questionId: string) => void,
): { hand: Hand | null; step: string; on: Handlers } {
  const { t } = useTranslation()
  const [hand, setHand] = useState<Hand | null>(null)
  const [step, setStep] = useState('')
  // Steps come faster than they are drawn.
  const held = useRef<Hand | null>(null)

  function hold(next: Hand | null) {
    held.current = next
    setHand(next)
  }
  function say(key: 'taken' | 'over' | 'dropped' | 'letGo', { question, order }: Hand) {
    const place = order.indexOf(question.id) + 1
    setStep(t(`order.${key}`, { number: question.number, place, count: order.length }))
  }

  const on: Handlers = {
    onBeforeDragStart: ({ operation: { source } }) => {
      const question = shown.find(({ id }) => id === source?.id)
      if (!question) return
      hold({ question, order: shown.map(({ id }) => id) })
      say('taken', held.current!)
    },
    onDragOver: event => {
      if (!held.current) return
      const { question, order } = held.current
      const next = move([...order], event)
      if (next.indexOf(question.id) === order.indexOf(question.id)) return
      hold({ question, order: next })
      say('over', held.current)
    },
    onDragEnd: ({ canceled }) => {
      const dropped = held.current
      if (!dropped) return
      hold(null)
      say(canceled ? 'letGo' : 'dropped', dropped)
      if (!canceled) drop(dropped.order, dropped.question.id)
    },
  }
  return { hand, step, on }
}
