import { Alert, Button, Group, Kbd, Text } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLimit } from '#protocol/text.js'
import { useEditing } from '../live/useEditing.js'
import { MarkedTextarea } from '../questions/MarkedTextarea.js'
import type { DeskQuestion } from '../questions/columns.js'
import { useHotlines } from '../questions/useHotlines.js'
import { CallerFields, OrganisationField } from './CallerFields.js'
import { Consents } from './Consents.js'
import { LineField } from './LineField.js'
import classes from './List.module.css'
import { SortingFields } from './SortingFields.js'
import { sorting } from './slip.js'
import { type Correction, correctable, opened } from './correction.js'

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
  const hotlines = useHotlines()
  useEditing(question.id, question.caller?.phone?.typed)
  useEffect(() => {
    const field = text.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
    field?.scrollIntoView({ block: 'nearest' })
  }, [])

  const open = correctable(question)
  const ready = open && correction.verbatim.trim() !== ''

  /** Ctrl+Enter in here sends this one, not the slip beside it; Escape closes it, unless it closed a list of choices. */
  function keys(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing && !sending) {
      event.stopPropagation()
      return onClose()
    }
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
            <Button size="xs" variant="default" onClick={() => onChange(opened(question))}>
              {t('secretary.takeTheirs')}
            </Button>
          </Group>
        </Alert>
      )}
      <MarkedTextarea
        ref={text}
        label={t('secretary.verbatim')}
        required
        autosize
        minRows={2}
        maxRows={12}
        maxLength={TextLimit.verbatim}
        value={correction.verbatim}
        allowed={hotlines}
        onChange={event => onChange({ verbatim: event.currentTarget.value })}
      />
      <CallerFields
        caller={correction.caller}
        onChange={caller => onChange({ caller })}
        besidePhone={<LineField line={correction.line ?? undefined} onChange={line => onChange({ line })} />}
      />
      <SortingFields {...sorting(correction)} onChange={onChange}>
        <OrganisationField caller={correction.caller} onChange={caller => onChange({ caller })} />
      </SortingFields>
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
        <Button variant="default" disabled={sending} onClick={onClose} rightSection={<Kbd>Esc</Kbd>}>
          {t('secretary.close')}
        </Button>
      </Group>
    </div>
  )
}
