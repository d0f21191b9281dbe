import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'
import { type DeskQuestion, onAir } from '../questions/columns.js'
import { useSession } from '../session/Session.js'
import type { TakeHow } from './moderator-desk.js'
import type { Moves } from './useMoves.js'

/** A second press within this many milliseconds is the same press, by whatever key or button it comes. */
const SAME_PRESS_MS = 1000

export type AskedTake = {
  question: DeskQuestion
  how: TakeHow
  believedOnAirId: string | null
  /** Somebody else who holds the air. */
  holder: string | null
}

/**
 * Takes a question on air, as it was shown when the key went down: once for a double press, and only after asking
 * while somebody else holds the air or when another question has just come to stand in its place.
 */
export function useTake({ move }: Moves) {
  const state = useLiveState()
  const { account } = useSession()
  const [asked, setAsked] = useState<AskedTake | null>(null)
  const last = useRef(-Infinity)
  const { airHolder } = state.program as Program
  const holder = airHolder && airHolder.id !== account.id ? airHolder.name : null
  const believed = onAir(state)?.id ?? null

  // What stands before the eyes, not what has come in since.
  const shown = useRef({ holder, believed })
  useLayoutEffect(() => {
    shown.current = { holder, believed }
  }, [holder, believed])

  const send = useCallback(
    ({ question, how, believedOnAirId }: AskedTake) => {
      last.current = performance.now()
      void move(question, { move: 'take', believedOnAirId, ...(how.then && { then: how.then }) })
    },
    [move],
  )

  const take = useCallback(
    (question: DeskQuestion, how: TakeHow = {}) => {
      if (performance.now() - last.current < SAME_PRESS_MS) return
      last.current = performance.now()
      const press = {
        question,
        how,
        believedOnAirId: shown.current.believed,
        holder: shown.current.holder,
      }
      if (press.holder || how.replaced) setAsked(press)
      else send(press)
    },
    [send],
  )
  const answerAsked = (yes: boolean) => {
    if (yes && asked) send(asked)
    setAsked(null)
  }
  return { take, asked, answerAsked }
}
