import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Phase } from '#protocol/program.js'
import { Confirm } from './Confirm.js'

type Step = { to: Exclude<Phase, 'closed'>; word?: 'resumed'; sure?: 'open' | 'live' | 'ended' }

/** Where one may go from here; what cannot easily be taken back asks first. */
const STEPS: Record<Phase, Step[]> = {
  draft: [{ to: 'open', sure: 'open' }],
  open: [{ to: 'live', sure: 'live' }, { to: 'draft' }],
  live: [{ to: 'paused' }, { to: 'ended', sure: 'ended' }],
  paused: [
    { to: 'live', word: 'resumed' },
    { to: 'ended', sure: 'ended' },
  ],
  ended: [{ to: 'live', word: 'resumed' }],
  closed: [],
}

type Props = { phase: Phase; busy: boolean; onEnter: (phase: Phase) => void }

export function PhaseButtons({ phase, busy, onEnter }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Step>()
  const word = (step: Step) => t(`producer.toPhase.${step.word ?? step.to}`)

  function press(step: Step) {
    if (busy) return
    if (step.sure) setAsked(step)
    else onEnter(step.to)
  }

  return (
    <>
      <Group gap="xs">
        <Text fw={600}>{t(`phase.${phase}`)}</Text>
        {STEPS[phase].map(step => (
          <Button
            key={step.to}
            size="xs"
            variant={step.to === 'ended' || step.to === 'draft' ? 'default' : 'filled'}
            onClick={() => press(step)}
          >
            {word(step)}
            {step.sure && '…'}
          </Button>
        ))}
      </Group>
      {(phase === 'ended' || phase === 'closed') && (
        <Text size="sm" c="dimmed">
          {t(phase === 'ended' ? 'producer.closing' : 'producer.closed')}
        </Text>
      )}
      <Confirm
        question={asked?.sure && t(`producer.sure.${asked.sure}`)}
        yes={asked ? word(asked) : ''}
        onYes={() => asked && onEnter(asked.to)}
        onClose={() => setAsked(undefined)}
      />
    </>
  )
}
