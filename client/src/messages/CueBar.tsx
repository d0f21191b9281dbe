import { Alert, Button, Group, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Message } from '#protocol/message.js'
import { paths } from '#protocol/paths.js'
import { useCommand } from '../commands/useCommand.js'
import { useLiveState, useServerNow } from '../live/LiveProgram.js'
import { rolesFor, useSession } from '../session/Session.js'
import { clockTime } from '../text/times.js'
import { useKeys } from '../ui/useKeys.js'
import classes from './CueBar.module.css'
import { cuesFor } from './standing.js'

/** A colleague's word to this desk, until it is said that it was seen. */
export function CueBar() {
  const { t } = useTranslation()
  const send = useCommand()
  const { messages, programId } = useLiveState()
  const { account } = useSession()
  const now = useServerNow()
  const me = { id: account.id, roles: rolesFor(account, programId) }
  const [cue, ...later] = cuesFor(messages.values() as Iterable<Message>, me, now)
  const see = () => cue && void send('POST', paths.messageSeen(cue.id))
  useKeys([['Alt+A', see]])
  if (!cue) return null
  return (
    <Alert
      color="orange"
      variant="outline"
      bg="dark.7"
      py="xs"
      role="alert"
      // Over the desk, not in it: nothing moves away from under a hand when it comes.
      pos="fixed"
      bottom="0.75rem"
      left="0.75rem"
      maw="min(40rem, calc(100vw - 1.5rem))"
      className={classes.cue}
    >
      <Group justify="space-between">
        <Text fw={700}>
          ▶ {cue.text}{' '}
          <Text span size="sm" c="dimmed">
            {cue.by.name} · {clockTime(cue.at)}
            {later.length > 0 && ` · ${t('messages.more', { count: later.length })}`}
          </Text>
        </Text>
        <Button size="xs" onClick={see} rightSection={<Kbd>Alt+A</Kbd>}>
          {t('messages.see')}
        </Button>
      </Group>
    </Alert>
  )
}
