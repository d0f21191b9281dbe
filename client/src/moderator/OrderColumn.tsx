import { VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { DragDropProvider } from '@dnd-kit/react'
import { type ComponentProps, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { type Order, neighbourOf, stepped } from '../questions/running-order.js'
import { Column } from './Column.js'
import { PlaceAfter } from './PlaceAfter.js'
import { DRAGGING, letGo } from './dragging.js'
import { useDrag } from './useDrag.js'
import type { RunningOrder } from './useOrder.js'

type Props = Pick<ComponentProps<typeof Column>, 'open' | 'editors' | 'about'> & {
  order: RunningOrder
  /** Those of the order that are shown: all, or one speaker's. */
  shown: readonly DeskQuestion[]
}

const idsOf = (questions: readonly DeskQuestion[]): Order => questions.map(({ id }) => id)

/** Đã duyệt: the running order, changed by dragging, by Alt and the arrows, and by number. */
export function OrderColumn({ order, shown, ...column }: Props) {
  const { t } = useTranslation()
  const [placing, setPlacing] = useState<DeskQuestion | null>(null)
  const { put } = order
  const latest = useRef({ order: order.questions, shown })
  useEffect(() => {
    latest.current = { order: order.questions, shown }
  }, [order.questions, shown])

  /** Puts a question where it stands among those that are shown. */
  const settle = useCallback(
    (among: Order, questionId: string) => {
      const after = neighbourOf(idsOf(latest.current.order), among, questionId)
      if (after !== undefined) put(questionId, after)
    },
    [put],
  )
  const { hand, step, on } = useDrag(shown, settle)
  useTakenAway(hand?.question ?? null)

  const toTop = useCallback((questionId: string) => put(questionId, null), [put])
  const onCardKey = useCallback(
    (event: KeyboardEvent, questionId: string) => {
      // With Shift or Ctrl they are other keys, which the desk sees to.
      if (event.shiftKey || event.ctrlKey) return
      const known = latest.current.shown
      const places = { ArrowUp: -1, ArrowDown: 1 }[event.key]
      if (places !== undefined) settle(stepped(idsOf(known), questionId, places), questionId)
      else if (event.key === 'Home') toTop(questionId)
      else if (event.code === 'KeyO') setPlacing(known.find(({ id }) => id === questionId) ?? null)
      else return
      event.preventDefault()
    },
    [settle, toTop],
  )

  return (
    <DragDropProvider {...DRAGGING} {...on}>
      <Column
        name="approved"
        live={shown}
        ordered={{ places: idsOf(order.questions), hand: hand?.order ?? null, toTop, placeAfter: setPlacing }}
        onCardKey={onCardKey}
        {...column}
      />
      <VisuallyHidden id="order-how">{t('order.how')}</VisuallyHidden>
      <VisuallyHidden role="status">{step}</VisuallyHidden>
      <VisuallyHidden role="status">{order.said}</VisuallyHidden>
      <PlaceAfter question={placing} order={order} close={() => setPlacing(null)} />
    </DragDropProvider>
  )
}

/** Somebody else took the dragged card out of the order: the drag ends, and says so. */
function useTakenAway(dragged: DeskQuestion | null): void {
  const { t } = useTranslation()
  const { questions } = useLiveState()
  const state = dragged && questions.get(dragged.id)?.state
  const gone = dragged !== null && state !== 'approved'
  useEffect(() => {
    if (!gone) return
    letGo()
    notifications.show({
      color: 'orange',
      title: t('order.takenAway', { number: dragged.number }),
      message: state && t(`state.${state}`),
      autoClose: 8000,
      closeButtonProps: { 'aria-label': t('moderator.dismiss') },
    })
  }, [gone, dragged, state, t])
}
