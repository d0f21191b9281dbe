import { useTranslation } from 'react-i18next'
import { AnswerForm } from '../questions/AnswerForm.js'
import { isAnswerable } from '../questions/answer-draft.js'
import type { DeskQuestion } from '../questions/columns.js'
import { useAnswers } from '../questions/useAnswers.js'
import { KeyButton } from './KeyButton.js'
import { useDesk } from './moderator-desk.js'
import { useDeskKeys } from './useDeskKeys.js'

/** The answer of the opened question, written down here when no secretary is free. */
export function AnswerNote({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const answers = useAnswers()
  const may = isAnswerable(question, program.phase)
  const open = () => may && answers.open(question.id)
  useDeskKeys([['Alt+Shift+T', open]])
  if (answers.question)
    return (
      <AnswerForm
        answers={answers}
        onDone={() => {
          answers.close()
          document.getElementById(`card-${question.id}`)?.focus()
        }}
      />
    )
  return (
    may && (
      <KeyButton keys="Alt+Shift+T" onClick={open}>
        {t('card.noteAnswer')}
      </KeyButton>
    )
  )
}
