import { Button, Group, Kbd, Text } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog.js'

type Props = {
  opened: boolean
  /** It went up once without an answer. */
  sent: boolean
  onConfirm: () => void
  onClose: () => void
}

/** A call that came to nothing. Asked about first, since what is typed is then gone. */
export const DiscardDialog = memo(function DiscardDialog({ opened, sent, onConfirm, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('secretary.discard')}>
      <Text>{t(sent ? 'slip.discardSent' : 'secretary.discardMeans')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} rightSection={<Kbd size="xs">Esc</Kbd>} data-autofocus>
          {t('secretary.back')}
        </Button>
        <Button color="red.9" onClick={onConfirm}>
          {t('secretary.discard')}
        </Button>
      </Group>
    </Dialog>
  )
})
