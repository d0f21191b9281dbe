import { Alert, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyButton } from './KeyButton.js'
import { useDeskKeys } from './useDeskKeys.js'
import type { Wording } from './useWording.js'

type Props = { wording: Pick<Wording, 'numbers' | 'remove' | 'allow'>; inDialog?: boolean }

/** What may not go on air unless somebody says that it may: each is taken out, or allowed by name. */
export function PrivateNumbers({ wording, inDialog = false }: Props) {
  const { t } = useTranslation()
  const { numbers, remove, allow } = wording
  const first = numbers[0]
  useDeskKeys(
    first
      ? [
          ['Alt+M', () => remove(first)],
          ['Alt+P', () => allow(first)],
        ]
      : [],
    inDialog,
  )
  return numbers.map(number => (
    <Alert key={`${number.from} ${number.text}`} color="orange.4" variant="outline" p={6} role="alert">
      <Group gap="xs">
        <Text size="sm">▲ {t(`moderator.private.${number.kind}`, { number: number.text.trim() })}</Text>
        <KeyButton keys={number === first ? 'Alt+M' : undefined} onClick={() => remove(number)}>
          {t('card.removeNumber')}
        </KeyButton>
        <KeyButton keys={number === first ? 'Alt+P' : undefined} onClick={() => allow(number)}>
          {t('moderator.private.allow')}
        </KeyButton>
      </Group>
    </Alert>
  ))
}
