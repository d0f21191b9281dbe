import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import { QuestionState, type QuestionHistory } from '#protocol/question.js'
import { useLiveState } from '../live/LiveProgram.js'
import { Refused, askServer } from '../session/ask-server.js'
import { clockTime } from '../text/times.js'
import classes from './List.module.css'
import { reasonOf } from './row-words.js'

type Step = QuestionHistory['history'][number]

/** Who did what with a question and when, and on which screens it stood. Asked for when it is opened. */
export function QuestionPast({ questionId }: { questionId: string }) {
  const { t } = useTranslation()
  const { program, screens } = useLiveState()
  const [past, setPast] = useState<QuestionHistory | string>()
  useEffect(() => {
    let wanted = true
    askServer<QuestionHistory>('GET', paths.history(questionId)).then(
      answer => wanted && setPast(answer),
      error => wanted && error instanceof Refused && setPast(error.message),
    )
    return () => void (wanted = false)
  }, [questionId])

  if (!past) return null
  if (typeof past === 'string')
    return (
      <Text size="sm" c="orange.4" role="alert">
        ▲ {past}
      </Text>
    )
  return (
    <>
      <Text size="sm" c="dark.2">
        {t('list.past')}
      </Text>
      <ol className={classes.past}>
        {past.history.map((step, index) => (
          <li key={index}>
            {clockTime(step.at)} {step.by?.name}: <Happened step={step} program={program as Program} />
          </li>
        ))}
        {past.screens.map(({ screenId, from, until }, index) => (
          <li key={`${screenId} ${index}`}>
            {clockTime(from)} – {until ? clockTime(until) : '…'}:{' '}
            {t('list.onScreen', { screen: screens.get(screenId)?.label ?? t('desk.screen') })}
          </li>
        ))}
      </ol>
    </>
  )
}

/** Steps that leave the state as it was say what was done; the others, what became of the question. */
function Happened({ step, program }: { step: Step; program: Program }) {
  const { t } = useTranslation()
  const to = QuestionState.safeParse(step.to)
  const reason = reasonOf({ reason: step.reason ?? null }, program)
  const what =
    step.type === 'question.revised'
      ? t('list.revised')
      : step.type === 'question.answer_noted'
        ? t('list.answerNoted')
        : step.type === 'question.ordered'
          ? t('list.ordered')
          : to.success && t(`state.${to.data}`)
  const undone = step.type === 'question.undone' && ` (${t('moderator.move.undo').toLocaleLowerCase('vi')})`
  return (
    <>
      {what}
      {undone}
      {reason && ` – “${reason}”`}
      {step.wording && ` – ${step.wording}`}
    </>
  )
}
