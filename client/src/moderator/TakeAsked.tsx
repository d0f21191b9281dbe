import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type DeskQuestion, textOf } from '../questions/columns.js'

type Props = { asked: { question: DeskQuestion; holder: string } | null; answer: (yes: boolean) => void }

/** The air is somebody else's: the question goes there only when it is said again. */
export function TakeAsked({ asked, answer }: Props) {
  const { t } = useTranslation()
  const title = t('moderator.takeAsks', { name: asked?.holder ?? '' })
  const number = asked?.question.number ?? 0
  // Put together from its parts: the kit's header would be a second banner of the page.
  return (
    <Modal.Root opened={asked !== null} onClose={() => answer(false)} centered>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body>
          <Text fw={700} mb="xs">
            {title}
          </Text>
          <Text>
            {t('question.number', { number })} · {asked && textOf(asked.question)}
          </Text>
          <Group mt="md" justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => answer(false)}>
              {t('moderator.cancel')}
            </Button>
            <Button color="blue.4" onClick={() => answer(true)}>
              {t('moderator.takeAnyway', { number })}
            </Button>
          </Group>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
