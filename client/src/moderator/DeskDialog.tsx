import { Button, Group, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { title: string; close: () => void; tools?: ReactNode; children: ReactNode }

/** A wide sheet over the desk, which goes on behind it. Esc leads back. */
export function DeskDialog({ title, close, tools, children }: Props) {
  const { t } = useTranslation()
  // Put together from its parts: the kit's header would be a second banner of the page.
  return (
    <Modal.Root opened onClose={close} size="60rem">
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body>
          <Group justify="space-between" mb="sm">
            <Text component="h2" fw={700} size="lg">
              {title}
            </Text>
            <Group gap="xs">
              {tools}
              <Button size="compact-sm" variant="default" onClick={close}>
                {t('tools.close')}
              </Button>
            </Group>
          </Group>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
