import { Refused } from '../../session/ask-server.js'
import { hintedAccount } from '../../session/hint.js'
import type { Slip } from '../slip.js'
import { type Logged, deliver, spoken } from './deliver.js'
import { ME } from './neighbours.js'
import { fateOf, waitBefore } from './retry.js'
import type { Shelf } from './shelf.js'
import { refused, sameSending, turn, unanswered } from './stages.js'

/** A network that says nothing is given up after this; what went up may still arrive. Milliseconds. */
const PATIENCE_MS = 8000
/** When the link is back, what has been on the wire for longer than this is on the old one. Milliseconds. */
const FRESH_MS = 500

type Told = { done: (slip: Slip, logged: Logged) => void; refused: (slip: Slip) => Promise<void> }

/** Sends what waits on the shelf, one after the other, and tries again by itself until the server has answered. */
export class Sender {
  private sending: Promise<void> | undefined
  private again = false
  private attempt = 0
  private flight: { since: number; abort: AbortController } | undefined
  private retry: number | undefined
  private ended = false

  constructor(
    private readonly accountId: string,
    private readonly shelf: Shelf,
    private readonly told: Told,
  ) {}

  send(): void {
    clearTimeout(this.retry)
    this.again = true
    if (!this.ended) this.sending ??= this.sendAll().finally(() => (this.sending = undefined))
  }

  /** The way is clear again: no waiting for the next try, nor for an answer over a dead line. */
  now(): void {
    this.attempt = 0
    if (this.flight && Date.now() - this.flight.since > FRESH_MS) this.flight.abort.abort()
    this.send()
  }

  /** Stops; resolves when the last answer has been put down. */
  async end(): Promise<void> {
    this.ended = true
    clearTimeout(this.retry)
    await this.sending
  }

  private async sendAll(): Promise<void> {
    while (this.again && !this.ended) {
      this.again = false
      while (!this.ended && (await this.sendNext()));
    }
  }

  /** True when there may be more to send at once. */
  private async sendNext(): Promise<boolean> {
    // The browser's session is somebody else's by now: it would be sent in their name.
    if (hintedAccount() !== this.accountId) return false
    const next = await this.shelf.decide(slips => {
      const answer = turn(slips, ME, this.shelf.others, Date.now())
      return { put: answer.kind === 'mine' ? [answer.slip] : [], answer }
    })
    if (next.kind === 'none') return false
    return next.kind === 'busy' ? this.later(next.wait) : this.fly(next.slip)
  }

  private async fly(slip: Slip): Promise<boolean> {
    const abort = new AbortController()
    const patience = setTimeout(() => abort.abort(), PATIENCE_MS)
    this.flight = { since: Date.now(), abort }
    try {
      const logged = await deliver(slip, abort.signal)
      this.attempt = 0
      if (await this.settle(slip, () => null)) this.told.done(slip, logged)
      return true
    } catch (error) {
      return this.unsent(slip, error)
    } finally {
      clearTimeout(patience)
      this.flight = undefined
    }
  }

  private async unsent(slip: Slip, error: unknown): Promise<boolean> {
    const fault = error instanceof Refused ? error : new Refused('server.failed', String(error))
    const fate = fateOf(fault.code)
    if (fate === 'refused') {
      const words = spoken(fault)
      if (await this.settle(slip, one => refused(one, fault.code, words)))
        await this.told.refused(refused(slip, fault.code, words))
      return true
    }
    await this.settle(slip, one => unanswered(one, fault.code === 'server.failed'))
    return fate === 'again' && this.later(waitBefore(this.attempt++, fault.retryAfter, Math.random()))
  }

  private later(wait: number): false {
    if (!this.ended) this.retry = window.setTimeout(() => this.send(), wait)
    return false
  }

  /** What came of a sending: null is done with. False where the slip was taken back or diverted meanwhile. */
  private async settle(sent: Slip, become: (slip: Slip) => Slip | null): Promise<boolean> {
    const settled = await this.shelf.decide<boolean>(slips => {
      const slip = slips.find(slip => slip.id === sent.id)
      if (!sameSending(slip, sent)) return { answer: false }
      const next = become(slip)
      return next ? { put: [next], answer: true } : { remove: [sent.id], answer: true }
    })
    this.shelf.tell()
    return settled
  }
}
