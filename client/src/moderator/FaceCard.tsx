import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type DeskQuestion, textOf } from '../questions/columns.js'
import classes from './AirBar.module.css'
import { useDesk } from './moderator-desk.js'

type Props = {
  place: 'now' | 'next'
  question: DeskQuestion | undefined
  /** Time, receipts and moves: what the desk knows beside what the screens show. */
  corner?: ReactNode
  children?: ReactNode
}

/** One of the two faces that the screens show: number, topic, words, caller, and who answers. */
export function FaceCard({ place, question, corner, children }: Props) {
  const { t } = useTranslation()
  const { program, speakers } = useDesk()
  const topic = program.topics.find(entry => entry.id === question?.topicId)?.name
  const seat = (id: string) => {
    const speaker = speakers.find(one => one.id === id)
    return speaker ? t('question.seat', { seat: speaker.seat }) : ''
  }
  const lead = question?.leadSpeakerId && seat(question.leadSpeakerId)
  const supporting = question?.supportingSpeakerIds.map(seat).filter(Boolean).join(', ')
  return (
    <section
      className={classes.face}
      data-place={place}
      data-empty={!question || undefined}
      aria-labelledby={`face-${place}`}
    >
      <div className={classes.faceHead}>
        <Text component="h2" id={`face-${place}`} size="sm" fw={700} c={place === 'now' ? 'red.4' : 'dimmed'}>
          {place === 'now' && <span aria-hidden="true">● </span>}
          {t(`moderator.${place}`)}
        </Text>
        {question && (
          <Text size="sm" c="dimmed" className={classes.about}>
            {[t('question.number', { number: question.number }), topic].filter(Boolean).join(' · ')}
          </Text>
        )}
        <span className={classes.corner}>{corner}</span>
      </div>
      <Text className={classes.words} c={question ? undefined : 'dimmed'}>
        {question ? textOf(question) : t(`moderator.${place}Empty`)}
      </Text>
      {question && (
        <Text size="sm" c="dimmed">
          {question.callerLine}
          {lead && ` · ${t('moderator.answers', { seat: lead })}`}
          {supporting && `, ${t('moderator.supports', { seats: supporting })}`}
        </Text>
      )}
      {children}
    </section>
  )
}
