import { Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLimit } from '#protocol/text.js'
import { type FormProps, MoveForm } from './MoveForm.js'
import { useDesk } from './moderator-desk.js'

/** Nothing is rejected without a reason from the programme's list; another one needs its own words. */
export function RejectForm({ close, make }: FormProps) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const reasons = program.reasons.flatMap(({ code, name, retiredAt }) =>
    code && !retiredAt ? [{ code, name }] : [],
  )
  const [code, setCode] = useState(reasons[0]?.code ?? 'other')
  const [text, setText] = useState('')
  const words = text.trim()
  return (
    <MoveForm
      label={t('moderator.reject')}
      ready={code !== 'other' || words !== ''}
      close={close}
      submit={() => make({ move: 'reject', reason: { code, ...(words && { text: words }) } })}
    >
      <Radio.Group label={t('moderator.rejectReason')} value={code} onChange={setCode} size="xs">
        <Stack gap={4} mt={4}>
          {reasons.map(reason => (
            <Radio
              key={reason.code}
              size="xs"
              value={reason.code}
              label={reason.name}
              autoFocus={reason.code === code}
            />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        size="xs"
        label={t(code === 'other' ? 'moderator.ownWords' : 'moderator.ownWordsOptional')}
        required={code === 'other'}
        maxLength={TextLimit.reason}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
    </MoveForm>
  )
}
