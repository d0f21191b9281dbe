import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import { span } from '../text/times.js'
import classes from './ModeratorDesk.module.css'
import { useNow } from './ServerClock.js'
import { usePace } from './usePace.js'

type Props = {
  waiting: readonly DeskQuestion[]
  approved: number
  answered: readonly DeskQuestion[]
  now: DeskQuestion | undefined
}

/** How much waits, how long, how much is ready, and how many the time left is enough for. */
export function Counters({ waiting, approved, answered, now: onAir }: Props) {
  const { t } = useTranslation()
  const now = useNow()
  const oldest = Math.min(...waiting.map(question => Date.parse(question.loggedAt)))
  const { left, enough } = usePace(answered, onAir)
  return (
    <Text size="sm" c="dimmed" className={classes.counters}>
      {[
        t('moderator.count.waiting', { count: waiting.length }),
        waiting.length > 0 && t('moderator.count.oldest', { time: span(now - oldest) }),
        t('moderator.count.approved', { count: approved }),
        t('moderator.count.answered', { count: answered.length }),
        left > 0 && t('pace.left', { minutes: Math.floor(left / 60_000), count: enough }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  )
}

/** Whether what is approved fits into the time left: said in the head of the column, quietly. */
export function Fits({ approved, answered, now }: Omit<Props, 'waiting'>) {
  const { t } = useTranslation()
  const { left, enough } = usePace(answered, now)
  if (left <= 0 || approved === 0) return null
  const over = approved - enough
  return (
    <Text size="sm" c={over > 0 ? 'orange.4' : 'dimmed'}>
      {over > 0 ? `▲ ${t('pace.over', { count: over })}` : t('pace.fits')}
    </Text>
  )
}
