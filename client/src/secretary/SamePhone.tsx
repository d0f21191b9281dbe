import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useEditing } from '../live/useEditing.js'

const RESTS_MS = 400
/** Fewer digits are nobody's number yet. */
const FEWEST_DIGITS = 8

/** Two colleagues with the same caller on two lines hear of each other. */
export function SamePhone({ phone }: { phone: string }) {
  const { t } = useTranslation()
  const [typed] = useDebouncedValue(phone.trim(), RESTS_MS)
  const whole = typed.replace(/\D/g, '').length >= FEWEST_DIGITS && typed.length <= 40
  const others = useEditing(null, whole ? typed : undefined)
  if (others.length === 0) return null
  return (
    <Text size="sm" c="orange.4" role="status">
      ▲ {t('slip.samePhone', { names: others.map(one => one.name).join(', ') })}
    </Text>
  )
}
