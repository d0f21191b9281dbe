import { Button, Group, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './TypingAids.module.css'
import { useSentences } from './useSentences.js'

type Props = { idle: boolean; onDivert: () => void; onDismiss: () => void }

/** The words sound like a denunciation: the sentence to read out, and the way out. Whoever listens decides. */
export function DenunciationHint({ idle, onDivert, onDismiss }: Props) {
  const { t } = useTranslation()
  const { denunciation } = useSentences()
  return (
    <div className={classes.hint} role="status">
      <Group gap="xs" justify="space-between" mb={2}>
        <Text size="sm" fw={700} c="orange.4">
          ▲ {t('aids.soundsDenouncing')}
        </Text>
        <Group gap="xs">
          <Button
            size="compact-xs"
            disabled={idle}
            onClick={onDivert}
            rightSection={<Kbd size="xs">Alt+K</Kbd>}
          >
            {t('secretary.divert')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={onDismiss}>
            {t('aids.notDenouncing')}
          </Button>
        </Group>
      </Group>
      <Text className={classes.sentence}>“{denunciation}”</Text>
    </div>
  )
}
