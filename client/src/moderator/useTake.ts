import { useCallback, useRef, useState } from 'react'
import type { Program } from '#protocol/program.js'
import { useConnection } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { useSession } from '../session/Session.js'
import type { Moves } from './useMoves.js'

/** A second press within this many milliseconds is the same press. */
const SAME_PRESS_MS = 1000

/** Takes a question on air: once for a double press, and only after asking while somebody else holds the air. */
export function useTake({ take: send }: Moves) {
  const connection = useConnection()
  const { account } = useSession()
  const [asked, setAsked] = useState<{ question: DeskQuestion; holder: string } | null>(null)
  const last = useRef(-Infinity)

  const take = useCallback(
    (question: DeskQuestion) => {
      if (performance.now() - last.current < SAME_PRESS_MS) return
      last.current = performance.now()
      const { airHolder } = (connection.current().data?.program ?? {}) as Partial<Program>
      if (airHolder && airHolder.id !== account.id) setAsked({ question, holder: airHolder.name })
      else void send(question)
    },
    [connection, account.id, send],
  )
  const answerAsked = (yes: boolean) => {
    if (yes && asked) void send(asked.question)
    setAsked(null)
  }
  return { take, asked, answerAsked }
}
