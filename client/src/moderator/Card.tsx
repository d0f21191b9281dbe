import { Button, Kbd, Text, UnstyledButton } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../questions/StateMark.js'
import { type DeskQuestion, textOf } from '../questions/columns.js'
import { clockTime } from '../text/times.js'
import classes from './Card.module.css'
import { OpenCard } from './OpenCard.js'
import { Since } from './ServerClock.js'
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
  toTop: (questionId: string) => void
}

/** A question in a column: one line about it, its words, and, opened, everything that can be done with it. */
export const Card = memo(function Card(props: Props) {
  const { question, column, place, open, current, editors, mergedInto, toTop } = props
  const { t } = useTranslation()
  const { program, setOpen } = useDesk()
  const topic = program.topics.find(entry => entry.id === question.topicId)?.name
  const elsewhere = question.state !== HOME[column]
  const tabIndex = current ? 0 : -1
  return (
    <li className={classes.card} data-open={open || undefined} data-priority={question.priority}>
      <UnstyledButton
        id={`card-${question.id}`}
        data-card={question.id}
        tabIndex={tabIndex}
        aria-expanded={open}
        className={classes.face}
        onClick={() => setOpen(open ? null : { id: question.id, column })}
      >
        <span className={classes.head}>
          {elsewhere && (
            <StateMark
              state={question.state}
              more={mergedInto === undefined ? '' : ` ${t('secretary.into', { number: mergedInto })}`}
            />
          )}
          <Text component="span" size="sm" fw={700}>
            {place && `${place} · `}
            {t('question.number', { number: question.number })}
          </Text>
          <Text component="span" size="sm" c="dimmed" className={classes.about}>
            {[topic, question.callerLine].filter(Boolean).join(' · ')}
          </Text>
          {question.priority !== 'normal' && column === 'waiting' && (
            <Text
              component="span"
              size="xs"
              c={question.priority === 'urgent' ? 'red.4' : 'orange.4'}
              fw={700}
            >
              {question.priority === 'urgent' ? '▲▲' : '▲'} {t(`priority.${question.priority}`)}
            </Text>
          )}
          {editors && (
            <Text component="span" size="xs" c="orange.4">
              ✎ {t('moderator.editing', { names: editors })}
            </Text>
          )}
          <Text component="span" size="sm" c="dimmed" className={classes.age}>
            {column === 'waiting' && <Since moment={question.loggedAt} />}
            {column === 'done' && question.decidedAt && clockTime(question.decidedAt)}
          </Text>
        </span>
        {!open && (
          <Text component="span" size="sm" className={classes.words}>
            {textOf(question)}
          </Text>
        )}
      </UnstyledButton>
      {column === 'approved' && place !== undefined && place > 1 && !open && (
        <Button
          className={classes.toTop}
          size="compact-xs"
          variant="default"
          tabIndex={tabIndex}
          onClick={() => toTop(question.id)}
          aria-label={t('moderator.toTopOf', { number: question.number })}
        >
          ⤒ {t('moderator.toTop')}{' '}
          {current && (
            <Kbd ml={4} size="xs">
              Alt+Home
            </Kbd>
          )}
        </Button>
      )}
      {open && <OpenCard question={question} />}
    </li>
  )
})

/** The state that goes without saying in a column; in the last one it is always said. */
const HOME: Record<ColumnName, DeskQuestion['state'] | null> = {
  waiting: 'pending',
  approved: 'approved',
  done: null,
}
