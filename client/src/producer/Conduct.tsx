import { Badge, Button, Card, Group, Kbd, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { HouseTime } from './HouseTime.js'
import { PhaseButtons } from './PhaseButtons.js'
import classes from './ProducerDesk.module.css'
import { Rehearsal } from './Rehearsal.js'
import { useKeys } from '../ui/useKeys.js'
import { useProgram } from './useProgram.js'

/** Phase, rehearsal, clock and length, intake, and the key that blanks every screen. */
export function Conduct() {
  const { t } = useTranslation()
  const { program, busy, patch, enter, rehearse, wipe, blank } = useProgram()
  const over = program.phase === 'closed'
  const turnIntake = () => !over && !busy && void patch({ intakeOpen: !program.intakeOpen })
  const turnBlank = () => !over && void blank(!program.blank)
  useKeys([
    ['Alt+N', turnIntake],
    ['Alt+0', turnBlank],
  ])

  return (
    <Card component="section" aria-labelledby="conduct" withBorder padding="sm">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5" id="conduct">
            {t('producer.conduct')}
          </Title>
          {program.blank && (
            <Badge color="orange.9" radius="sm" tt="none">
              ▲ {t('producer.blanked')}
            </Badge>
          )}
        </Group>
        <PhaseButtons phase={program.phase} busy={busy} onEnter={phase => void enter(phase)} />
        <Rehearsal
          program={program}
          busy={busy}
          onTurn={on => void rehearse(on)}
          onWipe={() => void wipe()}
        />
        {!over && (
          <>
            <HouseTime program={program} busy={busy} onChange={change => void patch(change)} />
            <Minutes
              minutes={program.plannedMinutes}
              busy={busy}
              onChange={plannedMinutes => void patch({ plannedMinutes })}
            />
            <Group justify="space-between">
              <Text size="sm" c={program.intakeOpen ? 'green.4' : 'orange.4'} role="status">
                {program.intakeOpen ? `● ${t('producer.intakeOpen')}` : `▲ ${t('producer.intakeClosed')}`}
              </Text>
              <Button
                size="xs"
                variant="default"
                aria-disabled={busy}
                onClick={turnIntake}
                rightSection={<Kbd>Alt+N</Kbd>}
              >
                {t(program.intakeOpen ? 'producer.intakeStop' : 'producer.intakeStart')}
              </Button>
            </Group>
            <Button
              variant={program.blank ? 'filled' : 'default'}
              onClick={turnBlank}
              rightSection={<Kbd>Alt+0</Kbd>}
            >
              {t(program.blank ? 'producer.unblank' : 'producer.blank')}
            </Button>
          </>
        )}
      </Stack>
    </Card>
  )
}

type MinutesProps = { minutes: number; busy: boolean; onChange: (minutes: number) => void }

function Minutes({ minutes, busy, onChange }: MinutesProps) {
  const { t } = useTranslation()
  const step = (by: number) => (
    <Button
      size="xs"
      px="xs"
      variant="default"
      aria-label={t(by < 0 ? 'producer.lessMinutes' : 'producer.moreMinutes', { count: Math.abs(by) })}
      aria-disabled={busy}
      disabled={minutes + by < 1 || minutes + by > 1440}
      onClick={() => !busy && onChange(minutes + by)}
    >
      {by < 0 ? `−${-by}` : `+${by}`}
    </Button>
  )
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {t('producer.minutes')}
      </Text>
      <Group gap={6}>
        {step(-5)}
        {step(-1)}
        <Text fw={600} className={classes.figure} role="status">
          {t('home.minutes', { count: minutes })}
        </Text>
        {step(1)}
        {step(5)}
      </Group>
    </Group>
  )
}
