import { Text } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import type { Logged } from './outbox/deliver.js'
import classes from './Slip.module.css'

type Props = {
  /** The latest last. */
  logged: readonly Logged[]
  /** The next call is being typed. */
  small: boolean
  /** Others are still on their way: which number is whose must be said. */
  waiting: boolean
}

/** The number to say to the caller: large until the next call is being typed, then small. */
export const LoggedNumber = memo(function LoggedNumber({ logged, small, waiting }: Props) {
  const { t } = useTranslation()
  const last = logged.at(-1)
  const { questions } = useLiveState()
  const lead = last?.leadId ? questions.get(last.leadId) : undefined
  const several = waiting || logged.length > 1
  const alone = small && !several && !last?.but
  return (
    <div
      role="status"
      aria-live="polite"
      className={last && classes.logged}
      data-small={small || undefined}
      data-alone={alone || undefined}
    >
      {last && (
        <>
          <span className={classes.number}>{t('question.number', last)}</span>
          <Text span c="dark.1" size={small ? 'sm' : 'md'}>
            ✓ {!alone && (lead ? t('secretary.done.joined', lead) : t(`secretary.done.${last.how}`))}{' '}
            {several && last.about}
          </Text>
          {last.but && (
            <Text span c="orange.4" size="sm">
              ▲ {t('slip.butRefused', { reason: last.but })}
            </Text>
          )}
          {several && (
            <ol className={classes.earlier}>
              {logged
                .slice(0, -1)
                .toReversed()
                .map(one => (
                  <li key={one.id}>
                    <b>{t('question.number', one)}</b> {one.about}
                  </li>
                ))}
            </ol>
          )}
        </>
      )}
    </div>
  )
})
