import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FormProps, MoveForm } from './MoveForm.js'

/** One way, and everything of the caller is erased: the number is typed to say that it is meant. */
export function DivertForm({ close, make, number }: FormProps & { number: number }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  return (
    <MoveForm
      label={t('moderator.divert')}
      ready={Number(typed) === number}
      close={close}
      submit={() => make({ move: 'divert', confirmNumber: number })}
    >
      <Text size="sm" c="orange.4">
        ▲ {t('moderator.divertMeans')}
      </Text>
      <TextInput
        size="xs"
        label={t('moderator.divertNumber', { number })}
        autoFocus
        inputMode="numeric"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value.replaceAll(/\D/g, ''))}
      />
    </MoveForm>
  )
}
