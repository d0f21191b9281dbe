import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import { type DeskQuestion, all, textOf } from '../questions/columns.js'
import { type FormProps, MoveForm } from './MoveForm.js'

type Props = FormProps & { question: DeskQuestion; likeliest: DeskQuestion | undefined }

/** Merges into the likeliest, or the one whose number is typed, with its words to judge by before Enter. */
export function MergeForm({ close, make, question, likeliest }: Props) {
  const { t } = useTranslation()
  const state = useLiveState()
  const [own, setOwn] = useState<string | null>(null)
  // Once read it stays: another that turns out likelier meanwhile is not what Enter was meant for.
  const [offered, setOffered] = useState(likeliest?.number)
  if (offered === undefined && own === null && likeliest) setOffered(likeliest.number)
  const typed = own ?? offered?.toString() ?? ''
  const number = Number(typed)
  const into = all(state).find(one => one.number === number && one.id !== question.id)
  return (
    <MoveForm
      label={into ? t('moderator.mergeInto', { number }) : t('moderator.merge')}
      ready={into !== undefined}
      close={close}
      submit={() => into && make({ move: 'merge', intoId: into.id })}
    >
      <TextInput
        // Offered later, it is selected all the same: what is typed takes its place.
        key={offered}
        size="xs"
        label={t('moderator.mergeNumber')}
        autoFocus
        onFocus={event => event.currentTarget.select()}
        inputMode="numeric"
        value={typed}
        onChange={event => setOwn(event.currentTarget.value.replaceAll(/\D/g, ''))}
      />
      <Text size="sm" c={into ? undefined : 'dimmed'} role="status">
        {into
          ? `${t('question.number', { number })} · ${t(`state.${into.state}`)} · ${textOf(into)}`
          : typed && t('moderator.noSuchNumber', { number })}
      </Text>
    </MoveForm>
  )
}
