import { Clock } from '../../server/ledger/clock.js'
import type { House } from './house.js'

export const HOUR = 3_600_000

/** The clock of every instance stands where it is put, and goes on when it is told to. */
export function falseClock(house: House, at = new Date()) {
  let now = at.getTime()
  for (const app of house.apps) app.get(Clock).now = () => new Date(now)
  return {
    on: (milliseconds: number) => {
      now += milliseconds
    },
  }
}
