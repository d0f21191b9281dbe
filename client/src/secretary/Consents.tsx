import { Checkbox, Text } from '@mantine/core'
import { useId, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { saidTo } from '#protocol/sentences.js'
import { CONSENTS, type CallerDraft } from './caller.js'
import classes from './Slip.module.css'
import { useSentences } from './useSentences.js'

type Props = { caller: CallerDraft; onChange: (caller: CallerDraft) => void }

/** The sentence to read out, and what the caller agreed to. Nothing is ever ticked beforehand. */
export const Consents = memo(function Consents({ caller, onChange }: Props) {
  const { t } = useTranslation()
  const sentence = useId()
  const sentences = useSentences()
  return (
    <div role="group" aria-labelledby={sentence} className={classes.consents}>
      <Text size="sm" c="dark.2" id={sentence}>
        “{saidTo(sentences.consent, caller.honorific)}”
      </Text>
      <div className={classes.ticks}>
        {CONSENTS.map(consent => (
          <Checkbox
            key={consent}
            size="sm"
            label={t(`secretary.consent.${consent}`)}
            checked={caller[consent]}
            onChange={event => onChange({ ...caller, [consent]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </div>
  )
})
