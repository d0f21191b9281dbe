import { Alert, Button, Group, Kbd, Text, Textarea } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLimit } from '#protocol/text.js'
import type { DeskQuestion } from '../questions/columns.js'
import { CallerFields, OrganisationField } from './CallerFields.js'
import { Consents } from './Consents.js'
import classes from './List.module.css'
import { type Correction, correctable } from './useCorrection.js'
import { useEditing } from '../live/useEditing.js'

type Props = {
  correction: Correction
  question: DeskQuestion
  sending: boolean
  onChange: (part: Partial<Correction>) => void
  onSend: () => void
  onClose: () => void
}

/** A question opened in place: the words and the caller as they should have been taken down. */
export function CorrectionForm({ correction, question, sending, onChange, onSend, onClose }: Props) {
  const { t } = useTranslation()
  const text = useRef<HTMLTextAreaElement>(null)
  useEditing(question.id, question.caller?.phone?.typed)
  useEffect(() => {
    const field = text.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
    field?.scrollIntoView({ block: 'nearest' })
  }, [])

  const open = correctable(question)
  const ready = open && correction.verbatim.trim() !== ''

  /** Ctrl+Enter in here sends this one, not the slip beside it. */
  function keys(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (ready && !event.repeat) onSend()
  }

  return (
    <div className={classes.correction} onKeyDown={keys} role="group" aria-label={t('secretary.correcting')}>
      {!open && (
        <Alert color="orange" variant="outline" p="xs">
          ▲ {t('secretary.notCorrectable')}
        </Alert>
      )}
      {open && question.version !== correction.version && !sending && (
        <Alert color="orange" variant="outline" p="xs" title={`▲ ${t('secretary.changedMeanwhile')}`}>
          <Text size="sm">{question.verbatim}</Text>
          <Group mt="xs" gap="xs">
            <Button size="xs" color="blue.4" onClick={() => onChange({ version: question.version })}>
              {t('secretary.keepMine')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => onChange({ version: question.version, verbatim: question.verbatim ?? '' })}
            >
              {t('secretary.takeTheirs')}
            </Button>
          </Group>
        </Alert>
      )}
      <Textarea
        ref={text}
        label={t('secretary.verbatim')}
        required
        autosize
        minRows={2}
        maxRows={12}
        maxLength={TextLimit.verbatim}
        value={correction.verbatim}
        onChange={event => onChange({ verbatim: event.currentTarget.value })}
      />
      <CallerFields caller={correction.caller} onChange={caller => onChange({ caller })} />
      <OrganisationField caller={correction.caller} onChange={caller => onChange({ caller })} />
      <Consents caller={correction.caller} onChange={caller => onChange({ caller })} />
      <Group gap="xs">
        <Button
          color="blue.4"
          loading={sending}
          disabled={!ready}
          onClick={onSend}
          rightSection={<Kbd>Ctrl+Enter</Kbd>}
        >
          {question.state === 'returned' ? t('secretary.resubmit') : t('secretary.save')}
        </Button>
        <Button variant="default" disabled={sending} onClick={onClose}>
          {t('secretary.close')}
        </Button>
      </Group>
    </div>
  )
}
