import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import { span } from '../text/times.js'
import { ApprovedList } from './ApprovedList.js'
import { Clocks, useTimeLeft } from './Clocks.js'
import classes from './HostScreen.module.css'
import { Idle } from './Idle.js'
import { QuestionFace } from './QuestionFace.js'
import speaker from './SpeakerScreen.module.css'
import { Stage } from './Stage.js'
import { approvedOf, isRunning, nowOf } from './shown.js'

const HONORIFIC = /^(Ông|Bà|Anh|Chị|Cô|Chú|Bác|Dì|Cậu|Em|Bạn)(?=[ /])/

/** "Anh Hải – phường Tân An" as it is said: "anh Hải, phường Tân An". */
const spoken = (callerLine: string) =>
  callerLine.replace(HONORIFIC, word => word.toLowerCase()).replace(' – ', ', ')

/** For the one who reads it out: the caller as a sentence to be said, the question, what follows, the time for it. */
export function HostScreen() {
  const { t } = useTranslation()
  const state = useLiveState()
  const now = isRunning(state) ? nowOf(state) : undefined
  const approved = approvedOf(state)
  const question = now ?? approved[0]
  const early = state.program.phase === 'open'
  if (!question || !(isRunning(state) || early)) return <Idle />
  return (
    <Stage className={speaker.speaker}>
      <div className={speaker.main}>
        <QuestionFace
          question={question}
          variant={now ? 'now' : 'next'}
          speakers={state.speakers}
          aside={<Clocks now={now} />}
          lead={
            <div className={classes.says}>{t('screen.says', { caller: spoken(question.callerLine) })}</div>
          }
          foot={<Budget count={approved.length} />}
        />
      </div>
      <ApprovedList
        approved={now ? approved : approved.slice(1)}
        seat={state.me?.speakerId ?? null}
        nextId={approved[0]?.id}
      />
    </Stage>
  )
}

/** "còn 5 câu, mỗi câu khoảng 04:30": the time left, shared among what is approved. */
function Budget({ count }: { count: number }) {
  const { t } = useTranslation()
  const left = useTimeLeft()
  if (left === undefined || left <= 0 || count === 0) return null
  return <div className={classes.budget}>{t('screen.perQuestion', { count, time: span(left / count) })}</div>
}
