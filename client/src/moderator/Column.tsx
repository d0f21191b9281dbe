import { Button, Text } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import type { Order } from '../questions/running-order.js'
import { useQuestions } from '../questions/useQuestions.js'
import { useKeys } from '../ui/useKeys.js'
import { Card } from './Card.js'
import { DeskKey } from './DeskKey.js'
import classes from './Column.module.css'
import { OrderedCard } from './OrderedCard.js'
import { DESK_KEYS } from './desk-keys.js'
import { type ColumnName, type Open, useDesk } from './moderator-desk.js'
import { useHand } from './useHand.js'
import { useHeld } from './useHeld.js'
import { walk } from '../ui/walk.js'

/** What the running order has beside the other columns. */
export type Ordered = {
  /** The whole order, of which a part may be shown. */
  places: Order
  /** What the hand that drags a card sees; null while nothing is dragged. */
  hand: Order | null
  toTop: (questionId: string) => void
  placeAfter: (question: DeskQuestion) => void
}

type Props = {
  name: ColumnName
  live: readonly DeskQuestion[]
  open: Open
  editors: ReadonlyMap<string, string>
  ordered?: Ordered
  /** The column's own keys, with Alt, for the card that has the focus. */
  onCardKey?: (event: KeyboardEvent, questionId: string) => void
  about?: ReactNode
  tools?: ReactNode
}

/** One column of cards, walked with the arrows. It stands still while a hand is on it. */
export const Column = memo(function Column(props: Props) {
  const { name, live, open, editors, ordered, onCardKey, about, tools } = props
  const { t } = useTranslation()
  const questions = useQuestions()
  const { moves, setOpen } = useDesk()
  const hand = useHand()
  const [focused, setFocused] = useState('')
  const openId = open?.column === name ? open.id : null
  // The running order is always the true one, but for an opened card and one in the hand.
  const held = openId !== null || (hand.inside && !ordered)
  const { shown, news, release } = useHeld({
    live,
    questions,
    held,
    openId,
    mine: moves.mine,
    hand: ordered?.hand ?? null,
    follow: ordered !== undefined,
  })
  const current = shown.some(question => question.id === focused) ? focused : shown[0]?.id
  const places = useMemo(
    () => new Map(ordered?.places.map((id, index) => [id, index + 1])),
    [ordered?.places],
  )
  useKeys(news.count > 0 ? [[DESK_KEYS.news, release]] : [])

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const target = event.target as HTMLElement
    const onCard = target.dataset['card']
    if (event.key === 'Escape' && openId && !listIsOpen(target)) {
      setOpen(null)
      document.getElementById(`card-${openId}`)?.focus()
    } else if (onCard && event.altKey) onCardKey?.(event, onCard)
    else if (onCard || target === event.currentTarget) walk(event)
  }

  const card = (question: DeskQuestion) => ({
    question,
    column: name,
    place: places.get(question.id),
    open: question.id === openId,
    current: question.id === current,
    editors: editors.get(question.id) ?? '',
    mergedInto: question.mergedIntoId ? questions.get(question.mergedIntoId)?.number : undefined,
  })

  return (
    <section
      className={classes.column}
      aria-labelledby={`column-${name}`}
      data-open={openId ? true : undefined}
      {...hand.over}
    >
      <div className={classes.columnHead}>
        <Text component="h2" id={`column-${name}`} fw={700}>
          {t(`moderator.column.${name}`)}
        </Text>
        <Text size="sm" c="dimmed">
          {live.length}
        </Text>
        {about}
        {news.count > 0 && (
          <Button size="compact-xs" variant="outline" onClick={release}>
            {t('moderator.news', { count: news.count })}
            {news.urgent > 0 && ` · ▲▲ ${t('moderator.newsUrgent', { count: news.urgent })}`} ↓
            <DeskKey name="news" />
          </Button>
        )}
        {tools}
      </div>
      <ul
        className={classes.cards}
        aria-labelledby={`column-${name}`}
        data-column={name}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onScroll={hand.onScroll}
        onFocus={event => {
          hand.onFocus()
          setFocused(
            event.target.closest('li')?.querySelector<HTMLElement>('[data-card]')?.dataset['card'] ?? '',
          )
        }}
        onBlur={hand.onBlur}
      >
        {shown.map((question, index) =>
          ordered ? (
            <OrderedCard
              key={question.id}
              {...card(question)}
              index={index}
              toTop={ordered.toTop}
              placeAfter={ordered.placeAfter}
            />
          ) : (
            <Card key={question.id} {...card(question)} />
          ),
        )}
      </ul>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(`moderator.empty.${name}`)}
        </Text>
      )}
    </section>
  )
})

/** Esc first closes the list of a field. */
const listIsOpen = (target: HTMLElement) =>
  target instanceof HTMLInputElement && target.getAttribute('aria-expanded') === 'true'
