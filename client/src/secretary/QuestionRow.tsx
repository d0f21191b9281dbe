import { Kbd } from '@mantine/core'
import { type ReactNode, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import { clockTime } from '../text/times.js'
import { StateMark } from '../questions/StateMark.js'
import classes from './List.module.css'
import { correctable } from './correction.js'

type Props = {
  question: DeskQuestion
  /** Its place in the running order, the number it was merged into, the agency that answers. */
  more: string
  reason: string
  topic: string | undefined
  editors: string | undefined
  /** The one row that Tab reaches; the arrows reach the others. */
  current: boolean
  /** The returned one that waits longest: it has a key. */
  first: boolean
  onOpen: (question: DeskQuestion) => void
  /** The correction or the details, when this one is open. */
  children?: ReactNode
}

/** One question: its state and who decided, number, caller, words. Hundreds of them: plain elements, drawn once. */
export const QuestionRow = memo(function QuestionRow(props: Props) {
  const { question, more, reason, topic, editors, current, first, onOpen, children } = props
  const { t } = useTranslation()
  const { state, decidedBy, decidedAt } = question
  const tabIndex = current ? 0 : -1
  const decided = decidedBy && decidedAt && state !== 'pending'
  const askers = question.askers.length
  return (
    <li
      className={classes.row}
      data-question={question.id}
      data-state={state}
      data-open={children ? true : undefined}
    >
      <button
        type="button"
        data-card={question.id}
        tabIndex={tabIndex}
        aria-expanded={Boolean(children)}
        className={classes.face}
        onClick={() => onOpen(question)}
      >
        <span className={classes.top}>
          <StateMark state={state} more={more} />
          <b>{t('question.number', question)}</b>
          <span className={classes.about}>{[topic, question.callerLine].filter(Boolean).join(' · ')}</span>
          {askers > 0 && <span>{t('list.others', { count: askers })}</span>}
          {question.direct && <span className={classes.mark}>☏ {t('secretary.direct')}</span>}
          {question.priority !== 'normal' && (
            <span className={classes.mark}>
              {question.priority === 'urgent' ? '▲▲' : '▲'} {t(`priority.${question.priority}`)}
            </span>
          )}
          {question.caller?.name && !question.caller.mayReadName && (
            <span className={classes.dim}>◐ {t('list.nameKept')}</span>
          )}
          {editors && <span className={classes.mark}>✎ {t('secretary.editing', { names: editors })}</span>}
          <span className={classes.when}>
            {decided
              ? `${decidedBy.name}, ${clockTime(decidedAt)}`
              : `${question.loggedBy.name}, ${clockTime(question.loggedAt)}`}
          </span>
        </span>
        {reason && <span className={classes.reason}>“{reason}”</span>}
        {!children && <span className={classes.text}>{question.verbatim}</span>}
      </button>
      {!children && correctable(question) && (
        <button
          type="button"
          className={classes.correct}
          data-returned={state === 'returned' || undefined}
          tabIndex={tabIndex}
          onClick={() => onOpen(question)}
          aria-label={`${t('secretary.correct')} ${t('question.number', question)}`}
        >
          {state === 'returned' ? t('secretary.complete') : t('secretary.correct')}
          {first && <Kbd size="xs">Alt+B</Kbd>}
        </button>
      )}
      {children}
    </li>
  )
})
