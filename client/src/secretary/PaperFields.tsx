import { TextInput } from '@mantine/core'
import { type Ref, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperDraft } from './paper.js'
import classes from './Slip.module.css'

type Props = {
  paper: PaperDraft
  onChange: (paper: PaperDraft) => void
  numberRef: Ref<HTMLInputElement>
  faultOf: (field: 'paperNumber' | 'paperTime') => string | undefined
}

/** Of a slip written by hand: the number it was given, and when. */
export const PaperFields = memo(function PaperFields({ paper, onChange, numberRef, faultOf }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.paper}>
      <TextInput
        ref={numberRef}
        label={t('slip.paperNumber')}
        value={paper.number}
        error={faultOf('paperNumber')}
        inputMode="numeric"
        required
        autoComplete="off"
        onChange={event => onChange({ ...paper, number: event.currentTarget.value })}
      />
      <TextInput
        label={t('slip.paperDay')}
        value={paper.day}
        required
        autoComplete="off"
        onChange={event => onChange({ ...paper, day: event.currentTarget.value })}
      />
      <TextInput
        label={t('slip.paperTime')}
        placeholder="09:15"
        value={paper.time}
        error={faultOf('paperTime')}
        required
        autoComplete="off"
        onChange={event => onChange({ ...paper, time: event.currentTarget.value })}
      />
    </div>
  )
})
