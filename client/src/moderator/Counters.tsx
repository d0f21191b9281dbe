import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import { span } from '../text/times.js'
import { useNow } from './ServerClock.js'
import classes from './ModeratorDesk.module.css'
import { useDesk } from './moderator-desk.js'

type Props = { waiting: readonly DeskQuestion[]; approved: number; answered: readonly DeskQuestion[] }

/** How much waits, how long, how much is ready, and how many the time left is enough for. */
export function Counters({ waiting, approved, answered }: Props) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const now = useNow()
  const oldest = Math.min(...waiting.map(question => Date.parse(question.loggedAt)))
  const left = program.plannedStart
    ? Date.parse(program.plannedStart) + program.plannedMinutes * 60_000 - now - program.clockOffsetMs
    : 0
  const each = usualAnswer(answered)
  return (
    <Text size="sm" c="dimmed" className={classes.counters}>
      {[
        t('moderator.count.waiting', { count: waiting.length }),
        waiting.length > 0 && t('moderator.count.oldest', { time: span(now - oldest) }),
        t('moderator.count.approved', { count: approved }),
        t('moderator.count.answered', { count: answered.length }),
        each > 0 && left > 0 && t('moderator.count.enough', { count: Math.floor(left / each) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  )
}

/** The mean of the answers so far, in milliseconds; 0 before the first. */
function usualAnswer(answered: readonly DeskQuestion[]): number {
  const lengths = answered.flatMap(({ onAirSince, decidedAt, answer }) => {
    const from = answer?.startedAt ?? onAirSince
    const to = answer?.endedAt ?? decidedAt
    return from && to && to > from ? [Date.parse(to) - Date.parse(from)] : []
  })
  return lengths.length ? lengths.reduce((sum, length) => sum + length, 0) / lengths.length : 0
}
