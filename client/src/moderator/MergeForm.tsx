import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import { all, textOf } from '../questions/columns.js'
import { type FormProps, MoveForm } from './MoveForm.js'

/** Merges into the question whose number is typed, with its words to judge by before Enter. */
export function MergeForm({ close, make, questionId }: FormProps & { questionId: string }) {
  const { t } = useTranslation()
  const state = useLiveState()
  const [typed, setTyped] = useState('')
  const number = Number(typed)
  const into = all(state).find(question => question.number === number && question.id !== questionId)
  return (
    <MoveForm
      label={into ? t('moderator.mergeInto', { number }) : t('moderator.merge')}
      ready={into !== undefined}
      close={close}
      submit={() => into && make({ move: 'merge', intoId: into.id })}
    >
      <TextInput
        size="xs"
        label={t('moderator.mergeNumber')}
        autoFocus
        inputMode="numeric"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value.replaceAll(/\D/g, ''))}
      />
      <Text size="sm" c={into ? undefined : 'dimmed'} role="status">
        {into
          ? `${t('question.number', { number })} · ${t(`state.${into.state}`)} · ${textOf(into)}`
          : typed && t('moderator.noSuchNumber', { number })}
      </Text>
    </MoveForm>
  )
}
