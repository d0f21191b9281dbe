import { Button, Text } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { Card } from './Card.js'
import classes from './ModeratorDesk.module.css'
import { type ColumnName, type Open, useDesk } from './moderator-desk.js'
import { useHeld } from './useHeld.js'
import { walk } from '../ui/walk.js'

type Props = {
  name: ColumnName
  live: readonly DeskQuestion[]
  open: Open
  editors: ReadonlyMap<string, string>
  /** The column's own keys for the card that has the focus. */
  onCardKey?: (event: KeyboardEvent, questionId: string) => void
  toTop: (questionId: string) => void
  tools?: ReactNode
}

/** One column of cards, walked with the arrows. It stands still while a hand is on it. */
export function Column({ name, live, open, editors, onCardKey, toTop, tools }: Props) {
  const { t } = useTranslation()
  const { questions } = useLiveState()
  const { moves, setOpen } = useDesk()
  const [inside, setInside] = useState(false)
  const [focused, setFocused] = useState('')
  const openId = open?.column === name ? open.id : null
  // The running order is always the true one; only an opened card keeps its place in it.
  const held = openId !== null || (inside && name !== 'approved')
  const { shown, news, release } = useHeld({
    live,
    questions,
    held,
    openId,
    mine: moves.mine,
    follow: name === 'approved',
  })
  const current = shown.some(question => question.id === focused) ? focused : shown[0]?.id
  const places = new Map(name === 'approved' ? live.map(({ id }, index) => [id, index + 1]) : [])

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

  return (
    <section
      className={classes.column}
      aria-labelledby={`column-${name}`}
      data-open={openId ? true : undefined}
    >
      <div className={classes.columnHead}>
        <Text component="h2" id={`column-${name}`} fw={700}>
          {t(`moderator.column.${name}`)}
        </Text>
        <Text size="sm" c="dimmed">
          {live.length}
        </Text>
        {news > 0 && (
          <Button size="compact-xs" variant="outline" onClick={release}>
            {t('moderator.news', { count: news })} ↓
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
        onFocus={event => {
          setInside(true)
          setFocused(
            event.target.closest('li')?.querySelector<HTMLElement>('[data-card]')?.dataset['card'] ?? '',
          )
        }}
        onBlur={event => setInside(event.currentTarget.contains(event.relatedTarget))}
      >
        {shown.map(question => (
          <Card
            key={question.id}
            question={question}
            column={name}
            place={places.get(question.id)}
            open={question.id === openId}
            current={question.id === current}
            editors={editors.get(question.id) ?? ''}
            mergedInto={question.mergedIntoId ? questions.get(question.mergedIntoId)?.number : undefined}
            toTop={toTop}
          />
        ))}
      </ul>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(`moderator.empty.${name}`)}
        </Text>
      )}
    </section>
  )
}

/** Esc first closes the list of a field. */
const listIsOpen = (target: HTMLElement) =>
  target instanceof HTMLInputElement && target.getAttribute('aria-expanded') === 'true'
