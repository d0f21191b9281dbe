import { Alert, Button, Group, Kbd, Stack, TextInput, Textarea, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../ui/useKeys.js'
import classes from '../Setup.module.css'
import { LineFields } from './LineFields.js'
import { PanelFields } from './PanelFields.js'
import type { DraftFault, ProgrammeDraft } from './programme-draft.js'

type Props = {
  draft: ProgrammeDraft
  onChange: (draft: ProgrammeDraft) => void
  faults: readonly DraftFault[]
  refusal: string
  busy: boolean
  onSave: () => void
  children?: ReactNode
}

/** Title, time, panel and lines of a programme. Ctrl+Enter saves from wherever the cursor is. */
export function ProgrammeForm({ draft, onChange, faults, refusal, busy, onSave, children }: Props) {
  const { t } = useTranslation()
  useKeys([['mod+Enter', onSave]])
  const text = (field: 'title' | 'seriesTitle' | 'number' | 'day' | 'time' | 'minutes') => ({
    label: t(`programme.${field}`),
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: event.currentTarget.value }),
    error: (faults as readonly string[]).includes(field) && t(`programme.fault.${field as 'title'}`),
    autoComplete: 'off',
  })
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        onSave()
      }}
    >
      <Stack gap="lg">
        <div className={classes.fields}>
          <TextInput
            {...text('title')}
            className={classes.wide}
            maxLength={300}
            required
            data-autofocus
            autoFocus
            onFocus={event => event.currentTarget.select()}
          />
          <TextInput {...text('day')} placeholder="31/12/2026" inputMode="numeric" />
          <TextInput {...text('time')} placeholder="09:00" inputMode="numeric" />
          <TextInput {...text('minutes')} inputMode="numeric" />
          <TextInput {...text('number')} inputMode="numeric" />
          <TextInput {...text('seriesTitle')} className={classes.wide} maxLength={300} />
          <Textarea
            className={classes.wide}
            label={t('programme.channels')}
            value={draft.channels}
            onChange={event => onChange({ ...draft, channels: event.currentTarget.value })}
            autosize
            minRows={2}
          />
        </div>
        <section aria-labelledby="panel">
          <Title order={3} size="h5" id="panel" mb="xs">
            {t('programme.panel')}
          </Title>
          <PanelFields seats={draft.seats} onChange={seats => onChange({ ...draft, seats })} />
          {faults.includes('seats') && <Alert color="red">{t('programme.fault.seats')}</Alert>}
        </section>
        <section aria-labelledby="lines">
          <Title order={3} size="h5" id="lines" mb="xs">
            {t('programme.lines')}
          </Title>
          <LineFields lines={draft.lines} onChange={lines => onChange({ ...draft, lines })} />
          {faults.includes('lines') && <Alert color="red">{t('programme.fault.lines')}</Alert>}
        </section>
        {children}
        {refusal && (
          <Alert color="red" role="alert">
            {refusal}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={busy} rightSection={<Kbd c="dark.0">Ctrl+Enter</Kbd>}>
            {t('programme.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
