import { Checkbox, Select, TextInput } from '@mantine/core'
import { type ReactNode, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '#protocol/folding.js'
import type { Program } from '#protocol/program.js'
import { Nature, Priority } from '#protocol/question.js'
import { useLiveState } from '../live/LiveProgram.js'
import type { Sorting, Typed } from './slip.js'
import classes from './Slip.module.css'

type Props = Sorting & {
  onChange: (part: Partial<Typed>) => void
  noteFault?: string | undefined
  children: ReactNode
}

/** What kind of call it is, for whoever decides about it. */
export const SortingFields = memo(function SortingFields({ onChange, noteFault, children, ...typed }: Props) {
  const { t } = useTranslation()
  const { topics } = useLiveState().program as Program
  return (
    <>
      <div className={classes.three}>
        <Select
          label={t('secretary.nature')}
          data={Nature.options.map(value => ({ value, label: t(`nature.${value}`) }))}
          value={typed.nature}
          allowDeselect={false}
          onChange={value => value && onChange({ nature: value as Nature })}
        />
        <Select
          label={t('secretary.topic')}
          data={topics
            .filter(topic => !topic.retiredAt)
            .map(topic => ({ value: topic.id, label: topic.name }))}
          value={typed.topicId}
          searchable
          clearable
          nothingFoundMessage={t('secretary.nothingFound')}
          filter={({ options, search }) =>
            options.filter(option => 'label' in option && fold(String(option.label)).includes(fold(search)))
          }
          clearButtonProps={{ 'aria-label': t('secretary.clearTopic') }}
          onChange={topicId => onChange({ topicId })}
        />
        <Select
          label={t('secretary.priority')}
          data={Priority.options.map(value => ({ value, label: t(`priority.${value}`) }))}
          value={typed.priority}
          allowDeselect={false}
          onChange={value => value && onChange({ priority: value as Priority })}
        />
      </div>
      <div className={classes.noteRow}>
        {children}
        <TextInput
          label={t('secretary.note')}
          value={typed.note}
          error={noteFault}
          autoComplete="off"
          onChange={event => onChange({ note: event.currentTarget.value })}
        />
        <Checkbox
          label={t('secretary.direct')}
          checked={typed.direct}
          onChange={event => onChange({ direct: event.currentTarget.checked })}
        />
      </div>
    </>
  )
})
