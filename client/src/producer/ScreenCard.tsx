import { Badge, Button, Card, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenReceipt } from '#protocol/live.js'
import { paths } from '#protocol/paths.js'
import type { PatchScreen, Screen } from '#protocol/screen.js'
import { useCommand } from '../commands/useCommand.js'
import { useLiveState } from '../live/LiveProgram.js'
import { onAir } from '../questions/columns.js'
import { clockTime } from '../text/times.js'
import { Confirm } from './Confirm.js'
import classes from './ProducerDesk.module.css'

type Props = { screen: Screen; receipt: ScreenReceipt | undefined; onEdit: () => void }

/** One screen: what it is, whether it is there, what stands on its glass and since when. */
export function ScreenCard({ screen, receipt, onEdit }: Props) {
  const { t } = useTranslation()
  const send = useCommand()
  const { speakers } = useLiveState()
  const [revoking, setRevoking] = useState(false)
  const speaker = screen.speakerId ? speakers.get(screen.speakerId) : undefined
  const change = (part: Omit<PatchScreen, 'id'>) => void send('PATCH', paths.screen(screen.id), part)
  /** A name of its own for each button: a list of screens has many of each. */
  const named = (word: string) => `${word}: ${screen.label}`

  const turn = (what: 'identify' | 'testCard') => (
    <Button
      size="compact-sm"
      variant={screen[what] ? 'filled' : 'default'}
      aria-pressed={screen[what]}
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
      {receipt?.connected ? (
        <Text size="sm" c="green.4">
          ✓ {t('producer.connected')}
        </Text>
      ) : (
        <Text size="sm" c="orange.4">
          ▲ {t('producer.disconnected')}
        </Text>
      )}
      <OnItsGlass receipt={receipt} />
      <Group gap="xs" mt="sm">
        {screen.kind === 'overlay' && <Cue screen={screen} onCue={id => change({ shownQuestionId: id })} />}
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

/** NOW before NEXT before the list: what one would see first. */
function OnItsGlass({ receipt }: { receipt: ScreenReceipt | undefined }) {
  const { t } = useTranslation()
  const { questions } = useLiveState()
  const painted = (['now', 'next', 'list'] as const)
    .map(place => receipt?.painted.find(one => one.place === place))
    .find(one => one !== undefined)
  const question = painted && questions.get(painted.questionId)
  return (
    <Text size="sm" c={question ? undefined : 'dimmed'} className={classes.figure}>
      {question
        ? `${t(`producer.paints.${painted.place}`, { number: question.number })} ${t('producer.paints.since', { time: clockTime(painted.at) })}`
        : t('producer.paints.nothing')}
    </Text>
  )
}

/** What television shows: the question on air, when the producer says so, and nothing else. */
function Cue({ screen, onCue }: { screen: Screen; onCue: (questionId: string | null) => void }) {
  const { t } = useTranslation()
  const state = useLiveState()
  const now = onAir(state)
  const cued = screen.shownQuestionId ? state.questions.get(screen.shownQuestionId) : undefined
  if (cued)
    return (
      <>
        <Text size="sm" c="red.4" fw={600} w="100%">
          ● {t('producer.cued', { number: cued.number })}
        </Text>
        <Button size="compact-sm" onClick={() => onCue(null)}>
          {t('producer.uncue')}
        </Button>
      </>
    )
  return (
    <Button size="compact-sm" disabled={!now} onClick={() => now && onCue(now.id)}>
      {now ? t('producer.cue', { number: now.number }) : t('producer.cueNothing')}
    </Button>
  )
}
