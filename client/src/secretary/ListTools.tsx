import { Kbd, Select, TextInput } from '@mantine/core'
import { type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { QuestionState } from '#protocol/question.js'
import { useLiveState } from '../live/LiveProgram.js'
import classes from './List.module.css'
import type { Narrowed } from './listing.js'

type Props = {
  searchRef: Ref<HTMLInputElement>
  narrowed: Narrowed
  onChange: (part: Partial<Narrowed>) => void
  /** From the search into what it found. */
  onEnter: () => void
}

export const EVERYTHING: Narrowed = { typed: '', state: null, topicId: null, line: null }

const choices = (entries: Program['topics']) => entries.map(({ id, name }) => ({ value: id, label: name }))
const STATES = QuestionState.options.filter(state => state !== 'diverted')

/** What narrows the list: words typed, a state, a topic, a line. */
export function ListTools({ searchRef, narrowed, onChange, onEnter }: Props) {
  const { t } = useTranslation()
  const { topics, lines } = useLiveState().program as Program
  const choice = { size: 'xs', clearable: true, className: classes.choice } as const
  const clear = { 'aria-label': t('list.clear') }

  function keys(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return
    if (event.key === 'Escape' && narrowed.typed) onChange({ typed: '' })
    else if (event.key === 'Enter' || event.key === 'ArrowDown') onEnter()
    else return
    event.preventDefault()
  }

  return (
    <div className={classes.tools}>
      <TextInput
        ref={searchRef}
        size="xs"
        type="search"
        aria-label={t('secretary.search')}
        placeholder={t('secretary.search')}
        value={narrowed.typed}
        onChange={event => onChange({ typed: event.currentTarget.value })}
        onKeyDown={keys}
        rightSection={<Kbd size="xs">Alt+F</Kbd>}
        rightSectionWidth="4rem"
        className={classes.search}
      />
      <Select
        {...choice}
        aria-label={t('moderator.filter')}
        placeholder={t('list.anyState')}
        data={STATES.map(state => ({ value: state, label: t(`state.${state}`) }))}
        value={narrowed.state}
        onChange={state => onChange({ state: state as QuestionState | null })}
        clearButtonProps={clear}
      />
      <Select
        {...choice}
        aria-label={t('secretary.topic')}
        placeholder={t('list.anyTopic')}
        data={choices(topics)}
        value={narrowed.topicId}
        onChange={topicId => onChange({ topicId })}
        clearButtonProps={clear}
      />
      <Select
        {...choice}
        aria-label={t('secretary.line')}
        placeholder={t('list.anyLine')}
        data={choices(lines)}
        value={narrowed.line}
        onChange={line => onChange({ line })}
        clearButtonProps={clear}
      />
    </div>
  )
}
