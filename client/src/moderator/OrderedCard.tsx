import { SortableKeyboardPlugin } from '@dnd-kit/dom/sortable'
import { useSortable } from '@dnd-kit/react/sortable'
import { type ComponentProps, memo } from 'react'
import { Card } from './Card.js'

/** The cards change places by rendering, never behind React's back. */
const PLUGINS = [SortableKeyboardPlugin]

type Props = Omit<ComponentProps<typeof Card>, 'itemRef' | 'gripRef' | 'dragged'> & { index: number }

/** A card of the running order: it can be taken by its grip, by mouse and by keyboard. */
export const OrderedCard = memo(function OrderedCard({ index, ...card }: Props) {
  const { ref, handleRef, isDragSource } = useSortable({
    id: card.question.id,
    index,
    disabled: card.open,
    plugins: PLUGINS,
  })
  return <Card {...card} itemRef={ref} gripRef={handleRef} dragged={isDragSource} />
})
