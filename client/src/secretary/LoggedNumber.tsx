import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Slip.module.css'
import type { Logged } from './useSlip.js'

/** The number to say to the caller: large until the next call is being typed, then small. */
export function LoggedNumber({ logged, small }: { logged: Logged | undefined; small: boolean }) {
  const { t } = useTranslation()
  return (
    <div
      role="status"
      aria-live="polite"
      className={logged && classes.logged}
      data-small={small || undefined}
    >
      {logged && (
        <>
          <span className={classes.number}>{t('question.number', logged)}</span>
          <Text span c="dark.1" size={small ? 'sm' : 'md'}>
            ✓ {t(`secretary.done.${logged.how}`)}
          </Text>
        </>
      )}
    </div>
  )
}
