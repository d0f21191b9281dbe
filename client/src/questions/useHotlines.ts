import { useMemo } from 'react'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'

/** The programme's own numbers, as they are named in its lines: no private ones. */
export function useHotlines(): string[] {
  const { lines } = useLiveState().program as Program
  return useMemo(() => lines.map(line => line.name), [lines])
}
