import { useEffect, useRef, useState } from 'react'
import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import type { SampleSlip } from '#protocol/question.js'
import { askServer } from '../session/ask-server.js'

/** Questions a minute. */
export const RATES = [2, 6, 20, 60] as const
export type Rate = (typeof RATES)[number]

const MINUTE = 60_000

/**
 * Logs one sample after the other, from the first again when all were played; never two at once, and none after the
 * page was left. Tells how long the server took, in milliseconds.
 */
export function useSamplePlayer({ id: programId, run }: Program) {
  const [playing, setPlaying] = useState(false)
  const [rate, setRate] = useState<Rate>(6)
  const [took, setTook] = useState<number[]>([])
  const [refusal, setRefusal] = useState('')
  const samples = useRef<SampleSlip[]>(undefined)
  const next = useRef(0)

  useEffect(() => {
    if (!playing) return
    let timer: ReturnType<typeof setTimeout>
    let over = false
    async function play() {
      const began = performance.now()
      try {
        samples.current ??= (
          await askServer<{ samples: SampleSlip[] }>('GET', paths.samples(programId))
        ).samples
        const from = performance.now()
        const slip = samples.current[next.current++ % samples.current.length]
        await askServer('POST', paths.questions(programId), { ...slip, id: newId(), run })
        setTook(before => [...before, performance.now() - from])
        setRefusal('')
      } catch (error) {
        setRefusal((error as Error).message)
        setPlaying(false)
      }
      if (!over)
        timer = setTimeout(() => void play(), Math.max(0, MINUTE / rate - (performance.now() - began)))
    }
    void play()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [playing, rate, programId, run])

  const sorted = took.toSorted((one, other) => one - other)
  return {
    playing,
    turn: () => setPlaying(before => !before),
    rate,
    setRate,
    sent: took.length,
    middle: sorted.length > 0 ? Math.round(sorted[Math.floor(sorted.length / 2)]!) : null,
    worst: Math.round(sorted.at(-1) ?? 0),
    refusal,
  }
}
