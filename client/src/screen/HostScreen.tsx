import { useTranslation } from 'react-i18next'
import { span } from '../text/times.js'
import { useTimeLeft } from './Clocks.js'
import classes from './HostScreen.module.css'
import { type Large, NowAndList } from './NowAndList.js'
import { spoken } from './spoken.js'

/** For the one who reads it out: the caller as a sentence to be said, the question, what follows, the time for it. */
export const HostScreen = () => <NowAndList Lead={Says} Foot={Budget} />

function Says({ question }: Large) {
  const { t } = useTranslation()
  return <div className={classes.says}>{t('screen.says', { caller: spoken(question.callerLine) })}</div>
}

/** "còn 5 câu, mỗi câu khoảng 04:30": the time left, shared among what is approved. */
function Budget({ left: count }: Large) {
  const { t } = useTranslation()
  const left = useTimeLeft()
  if (left === undefined || left <= 0 || count === 0) return null
  return <div className={classes.budget}>{t('screen.perQuestion', { count, time: span(left / count) })}</div>
}
