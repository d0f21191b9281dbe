import { type Socket, io } from 'socket.io-client'
import {
  Event,
  type JoinAck,
  type Patch,
  type People,
  PROTOCOL,
  type Pulse,
  type Receipts,
} from '#protocol/live.js'
import type { ErrorCode } from '#protocol/errors.js'
import { whenAnswered } from './knocking.js'
import { type LiveState, answered, patched, standingOf } from './live-state.js'

/** No pulse for this long: the link is dead, whatever the socket believes. Milliseconds. */
export const SILENCE_MS = 6000
const RETRY_MS = 1000
const ATTEMPT_MS = 5000

/** Refusals that are no answer: the server is there and cannot say yes or no just now. */
const NOT_NOW: ReadonlySet<ErrorCode> = new Set(['database.unavailable', 'server.failed', 'access.too_many'])

export type Link =
  | { state: 'connecting' }
  | { state: 'synced' }
  /** Since when nothing was heard, by the server's clock; the last picture stays. */
  | { state: 'lost'; since: number }
  /** The server said no: signed out, revoked, not mine. */
  | { state: 'refused'; code: ErrorCode }

export type Live = {
  link: Link
  data: LiveState | undefined
  /** How wrong this machine's clock was when the server was last heard: what it lacks of the server's. Milliseconds. */
  clockAhead: number
  /** The server's time when `performance.now()` began to count, which nobody can set. Milliseconds since 1970. */
  serverSince: number
  /** When the server was last heard, by `performance.now()`. */
  heardAt: number
  /** The server is there and cannot change anything: its database is away. */
  storageAway: boolean
}

/** The server's clock now, whatever becomes of this machine's. Milliseconds since 1970. */
export const serverNow = ({ serverSince }: Pick<Live, 'serverSince'>): number =>
  serverSince + performance.now()

export type Who = { programId: string } | { screenId: string; secret: string }

/** One programme, kept up to date over one socket. The only truth a page has about it. */
export class LiveConnection {
  private live: Live = {
    link: { state: 'connecting' },
    data: undefined,
    clockAhead: 0,
    serverSince: Date.now() - performance.now(),
    heardAt: 0,
    storageAway: false,
  }
  private readonly listeners = new Set<() => void>()
  private readonly socket: Socket
  private silence: number | undefined
  private behindSince = 0
  private stopKnocking = () => {}

  constructor(private readonly who: Who) {
    this.socket = io({
      transports: ['websocket'],
      timeout: ATTEMPT_MS,
      // Knocking finds sooner that the line is back, and browsers slow down who fails to connect often.
      reconnection: false,
      ...('screenId' in who && { auth: who }),
    })
    this.socket.on('connect', () => this.join())
    this.socket.on('disconnect', () => this.lose())
    this.socket.on('connect_error', (error: Error & { data?: { code?: ErrorCode } }) => {
      if (error.data?.code) this.refuse(error.data.code)
      else this.lose()
    })
    this.socket.on(Event.paired, () => this.rejoin())
    this.socket.on(Event.patch, (patch: Patch) => this.receive(patch))
    this.socket.on(Event.pulse, (pulse: Pulse) => this.pulse(pulse))
    this.socket.on(Event.receipts, ({ screens }: Receipts) => this.amend({ receipts: screens }))
    this.socket.on(Event.people, ({ people }: People) => this.amend({ people }))
    this.socket.on(Event.ended, ({ code }: { code: ErrorCode }) => this.refuse(code))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly current = (): Live => this.live

  /** Says something up the socket and answers with the server's ack. */
  say(event: string, payload: unknown): Promise<unknown> {
    return this.socket.timeout(5000).emitWithAck(event, payload)
  }

  close(): void {
    this.socket.disconnect()
    clearTimeout(this.silence)
    this.stopKnocking()
  }

  private join(): void {
    const { data } = this.live
    const programId = 'programId' in this.who ? { programId: this.who.programId } : {}
    const since = data && { since: data.revision }
    this.listen()
    this.stopKnocking()
    this.socket.emit(Event.join, { protocol: PROTOCOL, ...programId, ...since }, (ack: JoinAck) => {
      if (!ack.ok) return this.refuse(ack.error.code)
      const next = answered(this.live.data, data?.revision, ack)
      // What this would amend was thrown away meanwhile: another answer is on its way.
      if (!next) return
      this.set({ link: { state: 'synced' }, data: next, heardAt: performance.now() })
      this.listen()
    })
  }

  /** Another kind or another programme: what is known is of no use. */
  private rejoin(): void {
    this.set({ data: undefined })
    this.join()
  }

  private receive(patch: Patch): void {
    const { data } = this.live
    if (!data || patch.programId !== data.programId) return
    const standing = standingOf(patch, data.revision)
    if (standing === 'gap') this.join()
    if (standing === 'new') this.set({ data: patched(data, patch) })
  }

  /** The clock; and the proof: whoever stays behind for more than one pulse joins again. */
  private pulse({ now, revision, storage }: Pulse): void {
    const { data } = this.live
    const heardAt = performance.now()
    const at = Date.parse(now)
    this.set({
      clockAhead: at - Date.now(),
      serverSince: at - heardAt,
      heardAt,
      storageAway: storage === 'away',
    })
    this.listen()
    if (!data || revision <= data.revision) this.behindSince = 0
    else if (this.behindSince === 0) this.behindSince = revision
    else this.join()
  }

  private listen(): void {
    clearTimeout(this.silence)
    this.silence = window.setTimeout(() => {
      this.lose(SILENCE_MS)
      this.socket.disconnect()
    }, SILENCE_MS)
  }

  /** `ago`: for how long nothing was heard when it is noticed. */
  private lose(ago = 0): void {
    clearTimeout(this.silence)
    const { state } = this.live.link
    if (state === 'refused') return
    if (state === 'synced') this.set({ link: { state: 'lost', since: serverNow(this.live) - ago } })
    this.stopKnocking()
    this.stopKnocking = whenAnswered(() => this.socket.connect(), state === 'synced')
  }

  private refuse(code: ErrorCode): void {
    clearTimeout(this.silence)
    this.stopKnocking()
    // Nobody else tries again for us.
    if (NOT_NOW.has(code)) return this.tryAgain()
    this.set({ link: { state: 'refused', code } })
  }

  private tryAgain(): void {
    this.silence = window.setTimeout(
      () => (this.socket.connected ? this.join() : this.socket.connect()),
      RETRY_MS,
    )
  }

  private amend(part: Partial<Pick<LiveState, 'receipts' | 'people'>>): void {
    if (this.live.data) this.set({ data: { ...this.live.data, ...part } })
  }

  private set(part: Partial<Live>): void {
    this.live = { ...this.live, ...part }
    for (const listener of this.listeners) listener()
  }
}
