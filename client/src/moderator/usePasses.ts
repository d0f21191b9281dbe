import { useSyncExternalStore } from 'react'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { type Pass, passesOf } from './receipts.js'

/** Where it is kept what was decided in this browser, and how many: more than any programme has. */
const SHELF = 'passes'
const KEPT = 200

let settled: ReadonlySet<string> = new Set(known())
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const current = () => settled

function known(): string[] {
  try {
    return (JSON.parse(localStorage.getItem(SHELF) ?? '[]') as string[]).slice(-KEPT)
  } catch {
    return []
  }
}

/** Decided here, one way or the other: it is not asked again at this desk, also after a reload. */
export function settlePass({ key }: Pass): void {
  settled = new Set([...settled, key])
  for (const listener of listeners) listener()
  try {
    localStorage.setItem(SHELF, JSON.stringify([...settled].slice(-KEPT)))
  } catch {
    // A full or forbidden store: it is decided for this page.
    return
  }
}

/** Speakers who would rather have another answer this question, until that is decided. */
export function usePasses(question: DeskQuestion | undefined): Pass[] {
  const { receipts } = useLiveState()
  const decided = useSyncExternalStore(subscribe, current)
  return question ? passesOf(question, receipts, decided) : []
}
