import { useTranslation } from 'react-i18next'
import type { ScreenQuestion } from '#protocol/question.js'
import { useLiveState, useServerNow } from '../live/LiveProgram.js'
import { clockTime, span } from '../text/times.js'
import classes from './Clocks.module.css'
import { isRunning } from './shown.js'

/** From here on the time left is said to be short. Milliseconds. */
const SHORT_MS = 5 * 60_000

/** The station's clock: the server's plus the house's offset. */
const useHouseNow = () => useServerNow() + useLiveState().program.clockOffsetMs

/** Rehearsal and pause, time on this question, time left, the clock. */
export function Clocks({ now }: { now?: ScreenQuestion | undefined }) {
  const { t } = useTranslation()
  const state = useLiveState()
  const { program } = state
  return (
    <span className={classes.clocks}>
      {program.mode === 'rehearsal' && <span className={classes.word}>{t('rehearsal')}</span>}
      {program.phase === 'paused' && <span className={classes.word}>❙❙ {t('phase.paused')}</span>}
      {now?.onAirSince && <OnThis since={now.onAirSince} />}
      {isRunning(state) ? <TimeLeft /> : <ToStart />}
      <HouseClock />
    </span>
  )
}

/** The server's own clock on both ends: the house's offset moves neither. */
function OnThis({ since }: { since: string }) {
  const { t } = useTranslation()
  const now = useServerNow()
  return <span>{t('screen.onThis', { time: span(now - Date.parse(since)) })}</span>
}

/** Milliseconds until the planned end, negative when it is over; nothing where none is planned. */
export function useTimeLeft(): number | undefined {
  const { program } = useLiveState()
  const now = useHouseNow()
  return program.plannedStart
    ? Date.parse(program.plannedStart) + program.plannedMinutes * 60_000 - now
    : undefined
}

/** Until the planned start, where one is ahead. */
function ToStart() {
  const { t } = useTranslation()
  const { program } = useLiveState()
  const now = useHouseNow()
  const ahead = program.plannedStart ? Date.parse(program.plannedStart) - now : 0
  return ahead > 0 ? (
    <span className={classes.left}>{t('screen.startsIn', { time: span(ahead) })}</span>
  ) : null
}

function TimeLeft() {
  const { t } = useTranslation()
  const left = useTimeLeft()
  if (left === undefined) return null
  if (left < 0) return <span className={classes.over}>▲ {t('strip.over', { time: span(-left) })}</span>
  return left < SHORT_MS ? (
    <span className={`${classes.left} ${classes.warning}`}>
      ◆ {t('screen.almostOver', { time: span(left) })}
    </span>
  ) : (
    <span className={classes.left}>{t('strip.left', { time: span(left) })}</span>
  )
}

export function HouseClock() {
  const { t } = useTranslation()
  const now = useHouseNow()
  return (
    <time aria-label={t('screen.clock')} role="timer" aria-live="off">
      {clockTime(now)}
    </time>
  )
}
