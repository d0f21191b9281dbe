import { Alert, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import { KeyButton } from './KeyButton.js'
import { MarkedText } from './MarkedText.js'
import classes from './OpenCard.module.css'
import { useDeskKeys } from './useDeskKeys.js'
import { differences } from './word-difference.js'

type Props = {
  question: DeskQuestion
  /** What was typed here before the question became what it is. */
  mine: string | undefined
  /** Who did what, as far as it is known. */
  happened: string
  keepMine: () => void
  takeTheirs: () => void
}

/** Somebody else saved while something was typed here: both are shown, and nothing is sent before one is chosen. */
export function Conflict({ question, mine, happened, keepMine, takeTheirs }: Props) {
  const { t } = useTranslation()
  useDeskKeys([
    ['Alt+Shift+G', keepMine],
    ['Alt+Shift+L', takeTheirs],
  ])
  const theirs = question.wording ?? question.verbatim ?? ''
  const differ = mine !== undefined && mine !== theirs
  return (
    <Alert color="orange.4" variant="outline" p="xs" role="alert">
      <Text size="sm" fw={700}>
        ▲ {happened} {t('moderator.wordingKept')}
      </Text>
      {differ && (
        <div className={classes.texts}>
          <div>
            <Text size="xs" c="dimmed">
              {t('card.theirs')}
            </Text>
            <Text size="sm">{theirs}</Text>
          </div>
          <div>
            <Text size="xs" c="dimmed">
              {t('card.mine')}
            </Text>
            <Text size="sm" component="div">
              <MarkedText text={mine} added={differences(theirs, mine).added} />
            </Text>
          </div>
        </div>
      )}
      <Group gap="xs" mt={6}>
        <KeyButton keys="Alt+Shift+G" onClick={keepMine}>
          {t('card.keepMine')}
        </KeyButton>
        <KeyButton keys="Alt+Shift+L" onClick={takeTheirs}>
          {t('card.takeTheirs')}
        </KeyButton>
      </Group>
    </Alert>
  )
}
