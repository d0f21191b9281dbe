import { Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../live/LiveProgram.js'
import { useOutbox } from './OutboxProvider.js'
import { useUnsentRows } from './useUnsentRows.js'

/** How many slips of mine the server does not have yet. They go as soon as the link is there again. */
export function WaitingMark() {
  const { t } = useTranslation()
  const outbox = useOutbox()
  const synced = useLive().link.state === 'synced'
  const { waiting } = useUnsentRows()
  useEffect(() => {
    if (synced) outbox.now()
  }, [outbox, synced])
  if (waiting.length === 0) return null
  return (
    <Text size="sm" c="orange.4" fw={600} role="status">
      ▲ {t('slip.waiting', { count: waiting.length })}
    </Text>
  )
}
