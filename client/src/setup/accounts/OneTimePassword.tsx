import { Alert, Button, Modal, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export type Told = { username: string; password: string }

/** The one-time password is here and nowhere else; only a press on the button makes it go. */
export function OneTimePassword({ told, onClose }: { told: Told; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('accounts.oneTimePassword')}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      centered
    >
      <Stack>
        <Alert color="orange">{t('accounts.toldOnce')}</Alert>
        <TextInput label={t('session.username')} value={told.username} readOnly />
        <TextInput
          label={t('accounts.oneTimePassword')}
          value={told.password}
          readOnly
          size="lg"
          data-autofocus
          onFocus={event => event.currentTarget.select()}
        />
        <Button onClick={onClose}>{t('accounts.noted')}</Button>
      </Stack>
    </Modal>
  )
}
