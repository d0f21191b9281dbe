import { Alert, Button, Group, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog.js'

type Props = {
  opened: boolean
  sending: boolean
  refusal: string
  /** Confirmed, the contents gone: there is no way back, only trying again. */
  confirmed: boolean
  onConfirm: () => void
  onClose: () => void
}

/** The sentence for a caller who denounces, and one key: nothing of what was typed is sent or kept. */
export function DivertDialog({ opened, sending, refusal, confirmed, onConfirm, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog opened={opened} onClose={onClose} leave={!confirmed} title={t('secretary.divert')}>
      <Text c="dark.2">{t('secretary.readOut')}</Text>
      <Text size="lg">“{t('secretary.divertSentence')}”</Text>
      <Text size="sm" c="dark.2">
        {t('secretary.divertMeans')}
      </Text>
      {refusal && (
        <Alert color="red" role="alert">
          {refusal}
        </Alert>
      )}
      <Group justify="flex-end">
        {!confirmed && (
          <Button variant="default" onClick={onClose} rightSection={<Kbd size="xs">Esc</Kbd>}>
            {t('secretary.back')}
          </Button>
        )}
        <Button
          color="red.9"
          loading={sending}
          onClick={onConfirm}
          rightSection={<Kbd size="xs">Enter</Kbd>}
          data-autofocus
        >
          {t('secretary.divertConfirm')}
        </Button>
      </Group>
    </Dialog>
  )
}
