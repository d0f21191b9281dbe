import { Injectable } from '@nestjs/common'

/** The server's clock: the one thing that tests may replace. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date()
  }

  /** Milliseconds that never go back, for measuring waits. */
  monotonic(): number {
    return performance.now()
  }
}
