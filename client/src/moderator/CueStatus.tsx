import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Message } from '#protocol/message.js'
import { useLiveState } from '../live/LiveProgram.js'
import { sentOf } from '../messages/standing.js'
import { useSession } from '../session/Session.js'
import { clockTime } from '../text/times.js'
import { useNow } from './ServerClock.js'

/** The latest word sent from here, as long as it stands, and whether it was seen. */
export function CueStatus() {
  const { t } = useTranslation()
  const { messages } = useLiveState()
  const { account } = useSession()
  const now = useNow()
  const latest = sentOf(messages.values() as Iterable<Message>, now).find(({ by }) => by.id === account.id)
  const seen = latest?.seen.at(-1)
  return (
    <Text size="sm" role="status" c={seen ? 'green.4' : 'orange.4'}>
      {latest &&
        `▶ ${latest.text} · ${seen ? `✓ ${seen.by.name} ${clockTime(seen.at)}` : `◌ ${t('messages.notSeen')}`}`}
    </Text>
  )
}
