import { useEffect, useState } from 'react'
import type { ScreenQuestion } from '#protocol/question.js'
import { useConnection, useLiveState } from '../live/LiveProgram.js'
import { FittedText } from '../ui/FittedText.js'
import classes from './Overlay.module.css'
import { TestCard } from './TestCard.js'
import { isRunning, nowOf } from './shown.js'

/** What is told without a pulse for this long is not told on television. Milliseconds. */
const SILENCE_MS = 6000
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
    let heard = Date.now()
    let { clockAhead, link } = connection.current()
    const stop = connection.subscribe(() => {
      const live = connection.current()
      // Each pulse sets the clock anew; a join is as good.
      const joined = live.link.state === 'synced' && link.state !== 'synced'
      if (live.clockAhead !== clockAhead || joined) heard = Date.now()
      ;({ clockAhead, link } = live)
    })
    const timer = setInterval(
      () => setSilent(link.state !== 'synced' && Date.now() - heard >= SILENCE_MS),
      250,
    )
    return () => {
      stop()
      clearInterval(timer)
    }
  }, [connection])
  return silent
}
