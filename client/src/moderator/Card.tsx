import { Button, Text, UnstyledButton } from '@mantine/core'
import { type Ref, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { type DeskQuestion, textOf } from '../questions/columns.js'
import classes from './Card.module.css'
import { CardHead } from './CardHead.js'
import { DeskKey } from './DeskKey.js'
import { OpenCard } from './OpenCard.js'
import { type ColumnName, useDesk } from './moderator-desk.js'

type Props = {
  question: DeskQuestion
  column: ColumnName
  /** Its place in the running order, where it has one. */
  place?: number | undefined
  open: boolean
  /** The one card of the column that Tab reaches; the arrows reach the others. */
  current: boolean
  editors: string
  mergedInto?: number | undefined
  toTop?: (questionId: string) => void
  placeAfter?: (question: DeskQuestion) => void
  /** Where it can be dragged: the card, and the grip that the keyboard takes it by. */
  itemRef?: Ref<HTMLLIElement>
  gripRef?: Ref<HTMLButtonElement>
  dragged?: boolean
}

/** A question in a column: one line about it, its words, and, opened, everything that can be done with it. */
export const Card = memo(function Card(props: Props) {
  const { question, column, place, open, current, editors, mergedInto, toTop, placeAfter } = props
  const { itemRef, gripRef, dragged } = props
  const { t } = useTranslation()
  const { setOpen } = useDesk()
  const tabIndex = current ? 0 : -1
  const { number } = question
  return (
    <li
      ref={itemRef}
      className={classes.card}
      data-open={open || undefined}
      data-dragged={dragged || undefined}
    >
      {gripRef && (
        <button
          type="button"
          ref={gripRef}
          className={classes.grip}
          tabIndex={tabIndex}
          aria-label={t('order.grip', { number })}
          aria-roledescription={t('order.gripIs')}
          aria-describedby="order-how"
        >
          <span aria-hidden="true">⠿</span>
        </button>
      )}
      <UnstyledButton
        id={`card-${question.id}`}
        data-card={question.id}
        tabIndex={tabIndex}
        aria-expanded={open}
        className={classes.face}
        onClick={() => setOpen(open ? null : { id: question.id, column })}
      >
        <CardHead
          question={question}
          column={column}
          place={place}
          editors={editors}
          mergedInto={mergedInto}
        />
        {!open && (
          <Text component="span" size="sm" className={classes.words}>
            {textOf(question)}
          </Text>
        )}
      </UnstyledButton>
      {place !== undefined && !open && (
        <div className={classes.placing}>
          {place > 1 && (
            <Button
              size="compact-xs"
              variant="default"
              tabIndex={tabIndex}
              onClick={() => toTop?.(question.id)}
              aria-label={t('moderator.toTopOf', { number })}
            >
              ⤒ {t('moderator.toTop')} {current && <DeskKey name="toTop" />}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            tabIndex={tabIndex}
            onClick={() => placeAfter?.(question)}
            aria-label={t('order.after', { number })}
          >
            {t('order.putAfter')} {current && <DeskKey name="placeAfter" />}
          </Button>
        </div>
      )}
      {open && <OpenCard question={question} />}
    </li>
  )
})
