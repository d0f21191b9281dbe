import { useEffect, useState } from 'react'
import type { ScreenQuestion } from '#protocol/question.js'
import { SILENCE_MS } from '../live/live-connection.js'
import { useConnection, useLiveState } from '../live/LiveProgram.js'
import { FittedText } from '../ui/FittedText.js'
import classes from './Overlay.module.css'
import { TestCard } from './TestCard.js'
import { isRunning, nowOf } from './shown.js'

/** As long as the fade of the stylesheet. */
const FADE_MS = 300

/** The lower third on television: the question it was cued for, faded in and out, and nothing else ever. */
export function Overlay() {
  const state = useLiveState()
  const silent = useSilence()
  const { me, program } = state
  const now = nowOf(state)
  const cued =
    now && now.id === me?.shownQuestionId && isRunning(state) && program.mode === 'air' && !program.blank
      ? now
      : undefined
  const shown = useFaded(silent ? undefined : cued)

  if (me?.testCard && !isRunning(state) && program.mode === 'air' && !program.blank && !silent)
    return <TestCard me={me} />
  if (!shown) return null
  const { question, isIn } = shown
  return (
    <div className={classes.ground} data-stage="">
      <div
        className={isIn ? `${classes.third} ${classes.in}` : classes.third}
        {...(isIn && {
          'data-place': 'now',
          'data-question': question.id,
          'data-version': question.version,
        })}
      >
        <div className={classes.caller}>{question.callerLine}</div>
        <FittedText text={question.text} ceiling={0.046} share={0.26} />
      </div>
    </div>
  )
}

/** Holds on to the last question while it fades out, and lets the next one in only afterwards. */
function useFaded(wanted: ScreenQuestion | undefined) {
  const [held, setHeld] = useState<ScreenQuestion>()
  // Drawn once without being seen, or there is nothing to fade from.
  const [drawn, setDrawn] = useState(false)
  const leaving = held !== undefined && held.id !== wanted?.id
  if (!held && wanted) setHeld(wanted)

  useEffect(() => {
    if (!held) return
    const frame = requestAnimationFrame(() => setDrawn(true))
    return () => cancelAnimationFrame(frame)
  }, [held])
  useEffect(() => {
    if (!leaving) return
    const gone = setTimeout(() => {
      setHeld(undefined)
      setDrawn(false)
    }, FADE_MS)
    return () => clearTimeout(gone)
  }, [leaving])
  return held && { question: (!leaving && wanted) || held, isIn: drawn && !leaving }
}

/** Whether six seconds went by without a pulse, however the line was lost. */
function useSilence(): boolean {
  const connection = useConnection()
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    const listen = () => setSilent(performance.now() - connection.current().heardAt >= SILENCE_MS)
    const timer = setInterval(listen, 250)
    return () => clearInterval(timer)
  }, [connection])
  return silent
}
