import { Button, Group, Kbd, Text } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog.js'
import { useSentences } from './useSentences.js'

type Props = { opened: boolean; onConfirm: () => void; onClose: () => void }

/** The sentence for a caller who denounces, and one key: nothing of what was typed is sent or kept. */
export const DivertDialog = memo(function DivertDialog({ opened, onConfirm, onClose }: Props) {
  const { t } = useTranslation()
  const { denunciation } = useSentences()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('secretary.divert')}>
      <Text c="dark.2">{t('secretary.readOut')}</Text>
      <Text size="lg">“{denunciation}”</Text>
      <Text size="sm" c="dark.2">
        {t('secretary.divertMeans')}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} rightSection={<Kbd size="xs">Esc</Kbd>}>
          {t('secretary.back')}
        </Button>
        <Button color="red.9" onClick={onConfirm} rightSection={<Kbd size="xs">Enter</Kbd>} data-autofocus>
          {t('secretary.divertConfirm')}
        </Button>
      </Group>
    </Dialog>
  )
})
