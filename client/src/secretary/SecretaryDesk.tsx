import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Desk.module.css'
import { useLine } from './LineField.js'
import { QuestionList } from './QuestionList.js'
import { type SlipFocus, SlipForm } from './SlipForm.js'
import { UnsentSlips } from './UnsentSlips.js'
import { useEntered, useSlip } from './useSlip.js'
import { useKeys } from '../ui/useKeys.js'
import { useSteady } from '../ui/useSteady.js'

/** Left the slip of the call on the line, right what became of the others. */
export default function SecretaryDesk() {
  const { t } = useTranslation()
  const entered = useEntered()
  return (
    <main className={classes.desk}>
      <h1 className={classes.title}>{t('desk.secretary')}</h1>
      {entered && <SlipAndList />}
    </main>
  )
}

function SlipAndList() {
  const line = useLine()
  const onDesk = useSlip(line[0])
  const slip = useRef<SlipFocus>(null)
  const focus = useSteady(() => slip.current?.focus())
  useKeys([['Alt+P', focus]])
  return (
    <>
      <div className={classes.slip}>
        <SlipForm onDesk={onDesk} line={line} focusRef={slip} />
      </div>
      <div className={classes.list}>
        <UnsentSlips onCopy={onDesk.copy} onDone={() => setTimeout(focus)} />
        <QuestionList onDone={focus} />
      </div>
    </>
  )
}
