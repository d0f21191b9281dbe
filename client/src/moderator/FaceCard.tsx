import { Text } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import classes from './AirBar.module.css'
import { ScreenPicture } from './ScreenPicture.js'
import { Since } from './ServerClock.js'
import { asScreensShow } from './air-view.js'
import { useDesk } from './moderator-desk.js'

type Props = {
  place: 'now' | 'next'
  question: DeskQuestion | undefined
  /** Receipts, requests and moves: what the desk knows beside what the screens show. */
  children?: ReactNode
}

/** One of the two places of the air: the screens' own picture, and beside it what only the desk knows. */
export function FaceCard({ place, question, children }: Props) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const shown = useMemo(() => question && asScreensShow(question, program), [question, program])
  return (
    <section
      className={classes.face}
      data-place={place}
      data-empty={!question || undefined}
      aria-labelledby={`face-${place}`}
    >
      {shown && <ScreenPicture question={shown} variant={place} />}
      <div className={classes.beside}>
        <div className={classes.faceHead}>
          <Text
            component="h2"
            id={`face-${place}`}
            size="sm"
            fw={700}
            c={place === 'now' ? 'red.4' : 'dimmed'}
          >
            {place === 'now' && <span aria-hidden="true">● </span>}
            {t(`moderator.${place}`)}
          </Text>
          {question && (
            <Text size="sm" fw={700}>
              {t('question.number', { number: question.number })}
            </Text>
          )}
          {question?.onAirSince && place === 'now' && (
            <Text
              component="span"
              size="sm"
              className={classes.corner}
              aria-label={t('moderator.onThisAnswer')}
              role="timer"
            >
              <Since moment={question.onAirSince} />
            </Text>
          )}
        </div>
        {!question && (
          <Text size="sm" c="dimmed">
            {t(`moderator.${place}Empty`)}
          </Text>
        )}
        {children}
      </div>
    </section>
  )
}
