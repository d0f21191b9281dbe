import { Text } from '@mantine/core'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import { ScreenPicture } from './ScreenPicture.js'
import { asScreensShow } from './air-view.js'
import { useDesk } from './moderator-desk.js'
import type { Wording } from './useWording.js'

type Props = { question: DeskQuestion; wording: Pick<Wording, 'shown' | 'allowed'> }

/** What a screen would show, were the question approved as it stands here. */
export function Preview({ question, wording }: Props) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const text = useDeferredValue(wording.shown.wording)
  const drafted = { ...question, ...wording.shown, wording: text.trim() }
  return (
    <div role="group" aria-label={t('card.preview')}>
      <Text size="xs" c="dimmed" aria-hidden="true">
        {t('card.preview')}
      </Text>
      <ScreenPicture question={asScreensShow(drafted, program, wording.allowed)} variant="now" />
    </div>
  )
}
