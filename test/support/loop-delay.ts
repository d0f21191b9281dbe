import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * How long this process, in which the server runs too, stood still for a piece of work at the longest, in
 * milliseconds: the best of a few tries, since other programs of the machine may stand in the way of any of them.
 */
export async function longestStandstill(work: () => Promise<unknown>, tries = 5): Promise<number> {
  const each: number[] = []
  for (let count = 0; count < tries; count++) {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    await work()
    delay.disable()
    each.push(delay.max / 1e6)
  }
  return Math.min(...each)
}
