import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = {
  /** Asked as long as there is one. */
  question: string | undefined
  yes: string
  danger?: boolean
  onYes: () => void
  onClose: () => void
}

/** Asks before what is hard to take back. Enter does it, Escape leaves everything as it is. */
export function Confirm({ question, yes, danger = false, onYes, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Modal opened={Boolean(question)} onClose={onClose} title={yes} centered withCloseButton={false}>
      <Text>{question}</Text>
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('producer.keep')}
        </Button>
        <Button
          data-autofocus
          color={danger ? 'red.9' : undefined}
          onClick={() => {
            onYes()
            onClose()
          }}
        >
          {yes}
        </Button>
      </Group>
    </Modal>
  )
}
