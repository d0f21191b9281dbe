import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../questions/StateMark.js'
import type { DeskQuestion } from '../questions/columns.js'
import { clockTime } from '../text/times.js'
import classes from './Card.module.css'
import { Since } from './ServerClock.js'
import { SimilarMark } from './SimilarMark.js'
import { type ColumnName, useDesk } from './moderator-desk.js'

type Props = {
  question: DeskQuestion
  column: ColumnName
  place: number | undefined
  editors: string
  mergedInto: number | undefined
}

/** The line about a question on its card: number, topic, caller, who answers, marks, age, and who has it open. */
export function CardHead({ question, column, place, editors, mergedInto }: Props) {
  const { t } = useTranslation()
  const { program, speakers } = useDesk()
  const topic = program.topics.find(entry => entry.id === question.topicId)?.name
  const seats = [question.leadSpeakerId, ...question.supportingSpeakerIds].flatMap(
    id => speakers.find(speaker => speaker.id === id) ?? [],
  )
  return (
    <span className={classes.head}>
      {question.state !== HOME[column] && (
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
      {seats.length > 0 && (
        <Text component="span" size="sm" c="dark.1" className={classes.seats}>
          {seats.map(({ seat }) => t('question.seat', { seat })).join(' + ')}
        </Text>
      )}
      {question.askers.length > 0 && (
        <Text component="span" size="xs" fw={700}>
          {t('card.more', { count: question.askers.length })}
        </Text>
      )}
      {column === 'waiting' && <SimilarMark question={question} />}
      {question.direct && (
        <Text component="span" size="xs" fw={700} c="orange.4">
          ☎ {t('moderator.direct')}
        </Text>
      )}
      {question.priority !== 'normal' && column === 'waiting' && (
        <Text component="span" size="xs" c={question.priority === 'urgent' ? 'red.4' : 'orange.4'} fw={700}>
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
  )
}

/** The state that goes without saying in a column; in the last one it is always said. */
const HOME: Record<ColumnName, DeskQuestion['state'] | null> = {
  waiting: 'pending',
  approved: 'approved',
  done: null,
}
