import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Screen } from '#protocol/screen.js'
import { useLiveState } from '../live/LiveProgram.js'
import { onAir } from '../questions/columns.js'

/** What television shows: the question on air, when the producer says so, and nothing else. */
export function OverlayCue({
  screen,
  onCue,
}: {
  screen: Screen
  onCue: (questionId: string | null) => void
}) {
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
