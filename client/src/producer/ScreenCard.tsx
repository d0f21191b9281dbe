import { Badge, Button, Card, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenReceipt } from '#protocol/live.js'
import { paths } from '#protocol/paths.js'
import type { PatchScreen, Screen } from '#protocol/screen.js'
import { useCommand } from '../commands/useCommand.js'
import { useLiveState } from '../live/LiveProgram.js'
import { isRunning } from '../screen/shown.js'
import { Confirm } from './Confirm.js'
import { OverlayCue } from './OverlayCue.js'
import { Picture } from './Picture.js'
import classes from './ProducerDesk.module.css'
import { ScreenFacts } from './ScreenFacts.js'

type Props = { screen: Screen; receipt: ScreenReceipt | undefined; onEdit: () => void }

/** One screen: what it is, its picture, whether it is there, and what can be done with it. */
export function ScreenCard({ screen, receipt, onEdit }: Props) {
  const { t } = useTranslation()
  const send = useCommand()
  const state = useLiveState()
  const [revoking, setRevoking] = useState(false)
  const speaker = screen.speakerId ? state.speakers.get(screen.speakerId) : undefined
  const change = (part: Omit<PatchScreen, 'id'>) => void send('PATCH', paths.screen(screen.id), part)
  // What is on television neither says its name nor shows a test card; the server refuses it too.
  const onTelevision = screen.kind === 'overlay' && isRunning(state)
  /** A name of its own for each button: a list of screens has many of each. */
  const named = (word: string) => `${word}: ${screen.label}`

  const turn = (what: 'identify' | 'testCard') => (
    <Button
      size="compact-sm"
      variant={screen[what] ? 'filled' : 'default'}
      aria-pressed={screen[what]}
      disabled={onTelevision}
      aria-label={named(t(`producer.${what}`))}
      onClick={() => change({ [what]: !screen[what] })}
    >
      {t(`producer.${what}`)}
    </Button>
  )

  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" wrap="nowrap" align="start">
        <Title order={3} size="h6" className={classes.words}>
          {screen.label}
        </Title>
        <Badge variant="outline" color="gray" radius="sm" c="dark.1" tt="none">
          {t(`screen.kind.${screen.kind}`)}
        </Badge>
      </Group>
      {speaker && (
        <Text size="sm" c="dimmed">
          {t('question.seat', { seat: speaker.seat })} – {speaker.name}
        </Text>
      )}
      <Picture screen={screen} dim={!receipt?.connected} />
      <ScreenFacts screen={screen} receipt={receipt} />
      <Group gap="xs" mt="sm">
        {screen.kind === 'overlay' && (
          <OverlayCue screen={screen} onCue={id => change({ shownQuestionId: id })} />
        )}
        {turn('identify')}
        {turn('testCard')}
        <Button size="compact-sm" variant="default" aria-label={named(t('producer.edit'))} onClick={onEdit}>
          {t('producer.edit')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={named(t('producer.revoke'))}
          onClick={() => setRevoking(true)}
        >
          {t('producer.revoke')}…
        </Button>
      </Group>
      <Confirm
        question={revoking ? t('producer.sure.revoke', { label: screen.label }) : undefined}
        yes={t('producer.revoke')}
        danger
        onYes={() => void send('DELETE', paths.screen(screen.id))}
        onClose={() => setRevoking(false)}
      />
    </Card>
  )
}
