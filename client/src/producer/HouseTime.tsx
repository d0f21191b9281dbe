import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useServerNow } from '../live/LiveProgram.js'
import { clockTime, signedSpan } from '../text/times.js'
import { Confirm } from './Confirm.js'
import classes from './ProducerDesk.module.css'

type Change = { clockOffsetMs?: number; plannedStart?: string }
type Props = { program: Program; busy: boolean; onChange: (change: Change) => void }

/** The house clock, fitted to the station's master clock by the second; and the hour counted from this moment. */
export function HouseTime({ program, busy, onChange }: Props) {
  const { t } = useTranslation()
  const { clockOffsetMs } = program
  const now = useServerNow() + clockOffsetMs
  const [asked, setAsked] = useState(false)
  const step = (milliseconds: number) => (
    <Button
      size="xs"
      px="xs"
      variant="default"
      aria-label={t(milliseconds < 0 ? 'studio.clockBack' : 'studio.clockForward')}
      aria-disabled={busy}
      onClick={() => !busy && onChange({ clockOffsetMs: clockOffsetMs + milliseconds })}
    >
      {milliseconds < 0 ? '−1 s' : '+1 s'}
    </Button>
  )
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed">
        {t('studio.houseClock')}
      </Text>
      <Group gap={6}>
        {step(-1000)}
        <Text fw={600} className={classes.figure}>
          {clockTime(now)}
        </Text>
        {step(1000)}
        {clockOffsetMs !== 0 && (
          <Text size="xs" c="dimmed" className={classes.figure}>
            {signedSpan(clockOffsetMs)}
          </Text>
        )}
      </Group>
      <Button size="xs" variant="default" aria-disabled={busy} onClick={() => !busy && setAsked(true)}>
        {t('studio.countFromNow')}…
      </Button>
      <Confirm
        question={asked ? t('studio.countFromNowMeans', { count: program.plannedMinutes }) : undefined}
        yes={t('studio.countFromNow')}
        onYes={() => onChange({ plannedStart: new Date(now).toISOString() })}
        onClose={() => setAsked(false)}
      />
    </Group>
  )
}
