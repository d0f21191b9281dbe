import { Text, Textarea } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLimit } from '#protocol/text.js'
import classes from './OpenCard.module.css'

type Props = {
  value: string
  length: number
  advised: number
  readOnly: boolean
  onChange: (wording: string) => void
}

/** The words for the air. Nothing that is typed is ever cut: what is too long is said. */
export function WordingField({ value, length, advised, readOnly, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const tooLong = length > TextLimit.wording
  const long = length > advised

  return (
    <div>
      <div className={classes.wordingHead}>
        <Text component="label" size="xs" c="dimmed" htmlFor={id}>
          {t('moderator.wording')}
        </Text>
        <Text size="xs" c={tooLong ? 'red.4' : long ? 'orange.4' : 'dimmed'} id={`${id}-count`}>
          {long && '▲ '}
          {t(tooLong ? 'moderator.tooLong' : long ? 'moderator.long' : 'moderator.length', {
            length,
            most: tooLong ? TextLimit.wording : advised,
          })}
        </Text>
      </div>
      <Textarea
        id={id}
        // Whoever opens a card does it to word it.
        autoFocus={!readOnly}
        onFocus={event => event.currentTarget.setSelectionRange(value.length, value.length)}
        rows={4}
        value={value}
        readOnly={readOnly}
        aria-describedby={`${id}-count`}
        error={tooLong}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </div>
  )
}
