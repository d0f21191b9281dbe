import { useTranslation } from 'react-i18next'
import { useLiveState, useServerNow } from '../live/LiveProgram.js'
import { dayAndTime } from '../text/times.js'
import { Notice } from '../messages/Notice.js'
import { FittedText } from '../ui/FittedText.js'
import { Clocks, HouseClock } from './Clocks.js'
import classes from './Idle.module.css'
import { Stage } from './Stage.js'
import { isRunning } from './shown.js'

/** Nothing to answer: the programme's title, the clock, and when it starts. */
export function Idle() {
  const { t } = useTranslation()
  const state = useLiveState()
  const { program } = state
  const now = useServerNow() + program.clockOffsetMs
  const ahead = program.plannedStart && Date.parse(program.plannedStart) > now
  return (
    <Stage className={classes.idle} notice={<Notice />}>
      <header className={classes.head}>
        <span>{program.seriesTitle}</span>
        {isRunning(state) || program.mode === 'rehearsal' ? <Clocks /> : <HouseClock />}
      </header>
      <FittedText text={program.title} ceiling={0.1} />
      <footer className={classes.foot}>
        {ahead ? t('screen.starts', { time: dayAndTime(program.plannedStart!) }) : ' '}
      </footer>
    </Stage>
  )
}

/** Trắng màn hình: dark but for the clock. */
export function Blank() {
  return (
    <Stage className={classes.blank}>
      <HouseClock />
    </Stage>
  )
}

/** Its own name, to be found in a room full of screens. */
export function Identify({ label }: { label: string }) {
  return (
    <Stage className={classes.identify}>
      <FittedText text={label} ceiling={0.3} />
    </Stage>
  )
}
