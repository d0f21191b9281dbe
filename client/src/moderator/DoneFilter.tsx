import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { QuestionState } from '#protocol/question.js'
import classes from './ModeratorDesk.module.css'

const DONE: QuestionState[] = ['answered', 'follow_up', 'returned', 'merged', 'rejected', 'advised']

type Props = { state: QuestionState | ''; choose: (state: QuestionState | '') => void }

/** Which of what was dealt with is shown. */
export function DoneFilter({ state, choose }: Props) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      size="xs"
      className={classes.filter}
      aria-label={t('moderator.filter')}
      value={state}
      onChange={event => choose(event.currentTarget.value as QuestionState | '')}
      data={[
        { value: '', label: t('moderator.allStates') },
        ...DONE.map(one => ({ value: one, label: t(`state.${one}`) })),
      ]}
    />
  )
}
