import { Button, Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'
import { useEditors } from '../live/useEditing.js'
import { AnswerForm } from '../questions/AnswerForm.js'
import { isAnswerable } from '../questions/answer-draft.js'
import { type DeskQuestion, onAir } from '../questions/columns.js'
import type { Answers } from '../questions/useAnswers.js'
import { useKeys } from '../ui/useKeys.js'
import classes from './List.module.css'

type Props = { answers: Answers; onDone: () => void }

/** One line for the question on air and for each answer begun and not sent; the form only when it is asked for. */
export function AnswerBar({ answers, onDone }: Props) {
  const { t } = useTranslation()
  const state = useLiveState()
  const editors = useEditors()
  const now = onAir(state)
  const unsent = answers.unsent
    .filter(id => id !== now?.id)
    .map(id => state.questions.get(id) as DeskQuestion)
  const noted = now && isAnswerable(now, (state.program as Program).phase) ? [now] : []
  const asked = [...noted, ...unsent]
  const openAt = asked.findIndex(question => question.id === answers.question?.id)
  const next = asked[openAt + 1]
  useKeys([['Alt+T', () => next && answers.open(next.id)]])

  return (
    <div className={classes.bar} data-open={answers.question ? true : undefined}>
      {asked
        .filter(question => question.id !== answers.question?.id)
        .map(question => {
          const others = editors.get(question.id)
          const { number } = question
          return (
            <Button
              key={question.id}
              fullWidth
              size="sm"
              justify="start"
              variant="default"
              className={classes.asked}
              data-now={question.id === now?.id || undefined}
              onClick={() => answers.open(question.id)}
              rightSection={question.id === next?.id && <Kbd size="xs">Alt+T</Kbd>}
            >
              {question.id === now?.id
                ? `● ${t(question.answer ? 'answer.nowNoted' : 'answer.onAir', { number })}`
                : `▲ ${t('answer.unsent', { number })}`}
              {others && ` · ✎ ${t('answer.editing', { names: others })}`}
            </Button>
          )
        })}
      {answers.question && <AnswerForm key={answers.question.id} answers={answers} onDone={onDone} />}
    </div>
  )
}
