import { useSyncExternalStore } from 'react'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { type Pass, passesOf } from './receipts.js'

let settled: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const current = () => settled

/** Decided here, one way or the other: it is not asked again at this desk. */
export function settlePass({ key }: Pass): void {
  settled = new Set([...settled, key])
  for (const listener of listeners) listener()
}

/** Speakers who would rather have another answer this question, until that is decided. */
export function usePasses(question: DeskQuestion | undefined): Pass[] {
  const { receipts } = useLiveState()
  const known = useSyncExternalStore(subscribe, current)
  return question ? passesOf(question, receipts, known) : []
}
