import { Button, Kbd, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import { clockTime } from '../text/times.js'
import { StateMark } from '../questions/StateMark.js'
import classes from './List.module.css'
import { correctable } from './correction.js'

type Props = {
  question: DeskQuestion
  /** Its place in the running order, or the number it was merged into. */
  more: string
  editors: string[]
  first: boolean
  onOpen: (question: DeskQuestion) => void
  /** The correction, when this one is open. */
  children?: ReactNode
}

/** One question: its state and who decided, number, caller, words. */
export function QuestionRow({ question, more, editors, first, onOpen, children }: Props) {
  const { t } = useTranslation()
  const { state, decidedBy, decidedAt, reason } = question
  return (
    <li className={classes.row} data-state={state} data-open={children ? true : undefined}>
      <div className={classes.top}>
        <StateMark state={state} more={more} />
        <Text span size="sm" fw={700}>
          {t('question.number', question)}
        </Text>
        <Text span size="sm" c="dark.2" className={classes.caller}>
          {question.callerLine}
        </Text>
        {question.priority !== 'normal' && (
          <Text span size="sm" fw={600} c="orange.4">
            ▲ {t(`priority.${question.priority}`)}
          </Text>
        )}
        {editors.length > 0 && (
          <Text span size="sm" c="orange.4">
            ✎ {t('secretary.editing', { names: editors.join(', ') })}
          </Text>
        )}
        <Text span size="sm" c="dark.2" className={classes.when}>
          {decidedBy && decidedAt && state !== 'pending'
            ? `${decidedBy.name}, ${clockTime(decidedAt)}`
            : `${question.loggedBy.name}, ${clockTime(question.loggedAt)}`}
        </Text>
      </div>
      {state === 'returned' && reason?.text && (
        <Text size="sm" c="orange.4">
          “{reason.text}”
        </Text>
      )}
      {children || (
        <div className={classes.words}>
          <Text size="sm" className={classes.text}>
            {question.verbatim}
          </Text>
          {correctable(question) && (
            <Button
              size="compact-sm"
              variant={state === 'returned' ? 'filled' : 'subtle'}
              color={state === 'returned' ? 'blue.4' : 'gray'}
              onClick={() => onOpen(question)}
              aria-label={`${t('secretary.correct')} ${t('question.number', question)}`}
              rightSection={first && <Kbd size="xs">Alt+B</Kbd>}
            >
              {state === 'returned' ? t('secretary.complete') : t('secretary.correct')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
