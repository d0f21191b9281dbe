import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Message } from '#protocol/message.js'
import type { Screen } from '#protocol/screen.js'
import { useLiveState, useServerNow } from '../live/LiveProgram.js'
import { clockTime, span } from '../text/times.js'
import classes from './SentMessages.module.css'
import { sentOf } from './standing.js'

/** What stands in the studio and at the desks: where, how long still, and who has said that he saw it. */
export function SentMessages({ screens }: { screens: Screen[] }) {
  const { t } = useTranslation()
  const { messages } = useLiveState()
  const now = useServerNow()
  const sent = sentOf(messages.values() as Iterable<Message>, now)
  return (
    <ul className={classes.list} aria-label={t('messages.sent')}>
      {sent.map(message => (
        <li key={message.id} className={classes.sent}>
          <Text size="sm" fw={600} className={classes.words}>
            {message.text}
          </Text>
          <Group gap="xs" justify="space-between">
            <Text size="xs" c="dimmed">
              {clockTime(message.at)} · {message.by.name} → {addressed(message)}
            </Text>
            <Text size="xs" c="dimmed">
              {message.until
                ? t('messages.left', { time: span(Date.parse(message.until) - now) })
                : t('messages.untilSeen')}
            </Text>
          </Group>
          <Seen message={message} asked={asked(message, screens)} />
        </li>
      ))}
    </ul>
  )

  function addressed({ to }: Message): string {
    if (!Array.isArray(to)) return t(`messages.${to}`)
    return to
      .map(id => screens.find(screen => screen.id === id)?.label ?? t('messages.goneScreen'))
      .join(', ')
  }
}

/** The screens at which somebody can say that it was seen. */
const asked = ({ to }: Message, screens: Screen[]) =>
  screens.filter(
    ({ id, kind }) =>
      (kind === 'speaker' || kind === 'host') && (to === 'all' || (Array.isArray(to) && to.includes(id))),
  )

function Seen({ message: { seen }, asked: screens }: { message: Message; asked: Screen[] }) {
  const { t } = useTranslation()
  const waiting = screens.filter(screen => !seen.some(({ by }) => by.id === screen.id))
  return (
    <>
      {seen.length > 0 && (
        <Text size="xs" c="green.4">
          ✓ {t('messages.seen')}: {seen.map(({ by, at }) => `${by.name} ${clockTime(at)}`).join(' · ')}
        </Text>
      )}
      {waiting.length > 0 && (
        <Text size="xs" c="orange.4">
          ◌ {t('messages.notSeen')}: {waiting.map(screen => screen.label).join(' · ')}
        </Text>
      )}
    </>
  )
}
