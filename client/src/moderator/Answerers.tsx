import { MultiSelect, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './OpenCard.module.css'
import type { Draft, drafted } from './drafts.js'
import { speakerName, useDesk } from './moderator-desk.js'
import type { Key } from '../ui/useKeys.js'
import { useDeskKeys } from './useDeskKeys.js'

type Props = {
  shown: ReturnType<typeof drafted>
  disabled: boolean
  onChange: (part: Draft) => void
  inDialog?: boolean
}

/** Who answers, with whom, and under which topic. The lead has a key by seat. */
export function Answerers({ shown, disabled, onChange, inDialog = false }: Props) {
  const { t } = useTranslation()
  const { speakers, program } = useDesk()
  const seated = speakers.filter(speaker => speaker.seat <= 9)
  const lead = (leadSpeakerId: string) =>
    onChange({
      leadSpeakerId,
      supportingSpeakerIds: shown.supportingSpeakerIds.filter(id => id !== leadSpeakerId),
    })
  const keys = seated.map((speaker): Key => [`Alt+${speaker.seat}`, () => lead(speaker.id)])
  useDeskKeys(disabled ? [] : keys, inDialog)

  const names = speakers.map(speaker => ({
    value: speaker.id,
    label: speakerName(speaker, t('question.seat', { seat: speaker.seat })),
  }))
  const topics = program.topics.filter(entry => !entry.retiredAt || entry.id === shown.topicId)
  const last = seated.at(-1)?.seat
  return (
    <div className={classes.choices}>
      <Select
        size="xs"
        label={
          last ? t('moderator.leadKeys', { keys: last > 1 ? `Alt+1…${last}` : 'Alt+1' }) : t('moderator.lead')
        }
        placeholder={t('moderator.noLead')}
        data={names}
        value={shown.leadSpeakerId}
        onChange={id => id && lead(id)}
        allowDeselect={false}
        disabled={disabled}
      />
      <MultiSelect
        size="xs"
        label={t('moderator.supporting')}
        placeholder={shown.supportingSpeakerIds.length ? undefined : t('moderator.nobody')}
        data={names.filter(name => name.value !== shown.leadSpeakerId)}
        value={shown.supportingSpeakerIds}
        onChange={supportingSpeakerIds => onChange({ supportingSpeakerIds })}
        disabled={disabled}
      />
      <Select
        size="xs"
        label={t('moderator.topic')}
        placeholder={t('moderator.noTopic')}
        data={topics.map(entry => ({ value: entry.id, label: entry.name }))}
        value={shown.topicId}
        onChange={topicId => topicId && onChange({ topicId })}
        allowDeselect={false}
        searchable
        disabled={disabled}
      />
    </div>
  )
}
