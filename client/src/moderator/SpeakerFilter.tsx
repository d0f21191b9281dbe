import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import { type Load, loads } from '../questions/load.js'
import { span } from '../text/times.js'
import { useKeys } from '../ui/useKeys.js'
import { DeskKey } from './DeskKey.js'
import classes from './SpeakerFilter.module.css'
import { DESK_KEYS } from './desk-keys.js'
import { useDesk } from './moderator-desk.js'

/** Whose questions are shown: everybody's, one speaker's, or those that nobody is chosen for. */
export type Chosen = 'all' | 'nobody' | (string & {})

type Props = { questions: readonly DeskQuestion[]; chosen: Chosen; choose: (chosen: Chosen) => void }

/** What lies before and behind each speaker; pressed, the running order and what is done are theirs alone. */
export function SpeakerFilter({ questions, chosen, choose }: Props) {
  const { t } = useTranslation()
  const { speakers } = useDesk()
  const all = useMemo(() => loads(questions, speakers), [questions, speakers])
  const choices: Chosen[] = ['all', ...all.map(({ speakerId }) => speakerId ?? 'nobody')]
  const next = () => choose(choices[(choices.indexOf(chosen) + 1) % choices.length]!)
  useKeys([[DESK_KEYS.speaker, next]])
  return (
    <div className={classes.filter} role="group" aria-label={t('load.filter')}>
      <Choice name="all" chosen={chosen} choose={choose}>
        <b>{t('load.everybody')}</b>
        <DeskKey name="speaker" />
      </Choice>
      {all.map(load => (
        <Choice key={load.speakerId} name={load.speakerId ?? 'nobody'} chosen={chosen} choose={choose}>
          <Who load={load} /> <Figures load={load} />
        </Choice>
      ))}
    </div>
  )
}

type ChoiceProps = Pick<Props, 'chosen' | 'choose'> & {
  name: Chosen
  children: ReactNode
}

function Choice({ name, chosen, choose, children }: ChoiceProps) {
  return (
    <UnstyledButton
      className={classes.choice}
      aria-pressed={chosen === name}
      onClick={() => choose(chosen === name ? 'all' : name)}
    >
      {children}
    </UnstyledButton>
  )
}

function Who({ load }: { load: Load }) {
  const { t } = useTranslation()
  const { speakers } = useDesk()
  const speaker = speakers.find(({ id }) => id === load.speakerId)
  if (!speaker) return <b>{t('load.nobody')}</b>
  const name = `${speaker.honorific} ${speaker.name}`.trim()
  return (
    <span title={name}>
      <b>{t('question.seat', { seat: speaker.seat })}</b>
      <VisuallyHidden> {name}</VisuallyHidden>
    </span>
  )
}

function Figures({ load: { waiting, answered, time } }: { load: Load }) {
  const { t } = useTranslation()
  const figures = [
    t('load.waiting', { count: waiting }),
    answered > 0 && t('load.answered', { count: answered }),
    time > 0 && span(time),
  ]
  return <span className={classes.figures}>{figures.filter(Boolean).join(' · ')}</span>
}
