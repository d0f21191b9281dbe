import { useMemo } from 'react'
import type { DeskQuestion } from '../questions/columns.js'
import { enoughFor, timeLeft, usualAnswer } from '../questions/pace.js'
import { useNow } from './ServerClock.js'
import { useDesk } from './moderator-desk.js'

/** Milliseconds left in the programme, 0 without a plan or outside its hour, and about how many more questions that is. */
export function usePace(answered: readonly DeskQuestion[], onAir: DeskQuestion | undefined) {
  const { program } = useDesk()
  const now = useNow()
  const each = useMemo(() => usualAnswer(answered), [answered])
  const going = program.phase === 'live' || program.phase === 'paused' || program.phase === 'open'
  const left = going ? Math.max(0, timeLeft(program, now) ?? 0) : 0
  const spent = onAir?.onAirSince ? now - Date.parse(onAir.onAirSince) : null
  return { left, enough: enoughFor(left, each, spent) }
}
