import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLimit } from '#protocol/text.js'
import { type FormProps, MoveForm } from './MoveForm.js'

/** What the secretary should ask or add. */
export function ReturnForm({ close, make }: FormProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <MoveForm
      label={t('moderator.return')}
      ready={reason.trim() !== ''}
      close={close}
      submit={() => make({ move: 'return', reason })}
    >
      <TextInput
        label={t('moderator.returnReason')}
        autoFocus
        maxLength={TextLimit.reason}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </MoveForm>
  )
}
