import { useSyncExternalStore } from 'react'
import type { LiveState } from '../live/live-state.js'
import { useConnection } from '../live/LiveProgram.js'

/** The questions alone, where the programme is joined: receipts, pulses and people draw nothing that only lists them. */
export function useQuestions(): LiveState['questions'] {
  const connection = useConnection()
  return useSyncExternalStore(connection.subscribe, () => connection.current().data!.questions)
}
