import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ScreenKind } from '#protocol/screen.js'
import { useLiveState } from '../live/LiveProgram.js'

export type ScreenDraft = { label: string; kind: ScreenKind; speakerId: string | null }

type Props = { draft: ScreenDraft; onChange: (draft: ScreenDraft) => void }

/** What a screen is: its kind, its seat when it stands before one, its name. */
export function ScreenFields({ draft, onChange }: Props) {
  const { t } = useTranslation()
  const { speakers } = useLiveState()
  const seats = [...speakers.values()].toSorted((a, b) => a.seat - b.seat)
  return (
    <>
      <NativeSelect
        label={t('producer.kindOf')}
        value={draft.kind}
        onChange={event => {
          const kind = event.currentTarget.value as ScreenKind
          onChange({ ...draft, kind, speakerId: kind === 'speaker' ? draft.speakerId : null })
        }}
        data={ScreenKind.options.map(kind => ({ value: kind, label: t(`screen.kind.${kind}`) }))}
      />
      {draft.kind === 'speaker' && (
        <NativeSelect
          label={t('producer.seat')}
          value={draft.speakerId ?? ''}
          onChange={event => onChange({ ...draft, speakerId: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('producer.noSeat') },
            ...seats.map(({ id, seat, name }) => ({
              value: id,
              label: `${t('question.seat', { seat })} – ${name}`,
            })),
          ]}
        />
      )}
      <TextInput
        label={t('producer.label')}
        value={draft.label}
        onChange={event => onChange({ ...draft, label: event.currentTarget.value })}
        maxLength={120}
        required
      />
    </>
  )
}
