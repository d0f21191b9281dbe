import { Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = {
  opened: boolean
  title: string
  /** Whether Escape and a click beside it lead out. */
  leave?: boolean
  onClose: () => void
  children: ReactNode
}

/** The keyboard is in it with the key that opened it: a fast hand has pressed the next one already. */
const focusAtOnce = (inside: HTMLElement | null) =>
  inside?.querySelector<HTMLElement>('[data-autofocus]')?.focus()

/** A question that stops the desk. Its title stands in the body: a header of its own would be a second banner. */
export function Dialog({ opened, title, leave = true, onClose, children }: Props) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      centered
      size="lg"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeOnEscape={leave}
      closeOnClickOutside={leave}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Stack ref={focusAtOnce}>
            <Modal.Title fw={700}>{title}</Modal.Title>
            {children}
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
