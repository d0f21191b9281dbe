import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { Confirm } from './Confirm.js'

type Props = { program: Program; busy: boolean; onTurn: (on: boolean) => void; onWipe: () => void }

/** Rehearsing is chosen before the lines open; what was rehearsed is wiped with one confirmed press. */
export function Rehearsal({ program, busy, onTurn, onWipe }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const on = program.mode === 'rehearsal'
  const chosen = program.phase === 'draft'
  if (!on && !chosen) return null
  return (
    <Group justify="space-between">
      <Text size="sm" c={on ? 'yellow.4' : 'dimmed'} fw={on ? 600 : 400} role="status">
        {on ? `◇ ${t('studio.rehearsing')}` : t('studio.onAirNext')}
      </Text>
      <Group gap="xs">
        {chosen && (
          <Button size="xs" variant="default" aria-disabled={busy} onClick={() => !busy && onTurn(!on)}>
            {t(on ? 'studio.rehearsalOff' : 'studio.rehearsalOn')}
          </Button>
        )}
        {on && (
          <Button size="xs" color="red.9" aria-disabled={busy} onClick={() => !busy && setAsked(true)}>
            {t('studio.wipe')}…
          </Button>
        )}
      </Group>
      <Confirm
        question={asked ? t('studio.wipeMeans') : undefined}
        yes={t('studio.wipe')}
        danger
        onYes={onWipe}
        onClose={() => setAsked(false)}
      />
    </Group>
  )
}
