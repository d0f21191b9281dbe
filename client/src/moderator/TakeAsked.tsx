import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { textOf } from '../questions/columns.js'
import { Dialog } from '../secretary/Dialog.js'
import type { AskedTake } from './useTake.js'

type Props = { asked: AskedTake | null; answer: (yes: boolean) => void }

/** The air is somebody else's, or another question has just come there: it goes on air only when it is said again. */
export function TakeAsked({ asked, answer }: Props) {
  const { t } = useTranslation()
  if (!asked) return null
  const { number } = asked.question
  const was = asked.how.replaced
  const title = asked.holder
    ? t('moderator.takeAsks', { name: asked.holder })
    : was === number
      ? t('air.justCorrected', { number })
      : t('air.justReplaced', { number, was })
  return (
    <Dialog opened title={title} onClose={() => answer(false)}>
      <Text>
        {t('question.number', { number })} · {textOf(asked.question)}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={() => answer(false)}>
          {t('moderator.cancel')}
        </Button>
        <Button color="blue.4" onClick={() => answer(true)}>
          {t('moderator.takeAnyway', { number })}
        </Button>
      </Group>
    </Dialog>
  )
}
