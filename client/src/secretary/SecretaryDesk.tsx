import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Desk.module.css'
import { QuestionList } from './QuestionList.js'
import { type SlipFocus, SlipForm } from './SlipForm.js'
import { useKeys } from '../ui/useKeys.js'

/** Left the slip of the call on the line, right what became of the others. */
export default function SecretaryDesk() {
  const { t } = useTranslation()
  const slip = useRef<SlipFocus>(null)
  useKeys([['Alt+P', () => slip.current?.focus()]])
  return (
    <main className={classes.desk}>
      <h1 className={classes.title}>{t('desk.secretary')}</h1>
      <div className={classes.slip}>
        <SlipForm focusRef={slip} />
      </div>
      <div className={classes.list}>
        <QuestionList onDone={() => slip.current?.focus()} />
      </div>
    </main>
  )
}
