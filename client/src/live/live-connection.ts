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
import { type LiveState, begun, patched, standingOf } from './live-state.js'

/** No pulse for this long: the link is dead, whatever the socket believes. Milliseconds. */
const SILENCE_MS = 6000
const RETRY_MS = 1000

export type Link =
  | { state: 'connecting' }
  | { state: 'synced' }
  /** Since when nothing was heard; the last picture stays. */
  | { state: 'lost'; since: number }
  /** The server said no: signed out, revoked, not mine. */
  | { state: 'refused'; code: ErrorCode }

export type Live = {
  link: Link
  data: LiveState | undefined
  /** Milliseconds to add to this machine's clock to get the server's. */
  clockAhead: number
}

export type Who = { programId: string } | { screenId: string; secret: string }

/** One programme, kept up to date over one socket. The only truth a page has about it. */
export class LiveConnection {
  private live: Live = { link: { state: 'connecting' }, data: undefined, clockAhead: 0 }
  private readonly listeners = new Set<() => void>()
  private readonly socket: Socket
  private silence: number | undefined
  private behindSince = 0

  constructor(private readonly who: Who) {
    this.socket = io({
      transports: ['websocket'],
      // A hundred screens that lost the same server do not come back in the same instant.
      reconnectionDelay: 250,
      reconnectionDelayMax: 2000,
      randomizationFactor: 0.6,
      ...('screenId' in who && { auth: who }),
    })
    this.socket.on('connect', () => this.join())
    this.socket.on('disconnect', () => this.lose())
    this.socket.on('connect_error', (error: Error & { data?: { code?: ErrorCode } }) =>
      this.refuse(error.data?.code),
    )
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
    clearTimeout(this.silence)
    this.socket.disconnect()
  }

  private join(): void {
    const { data } = this.live
    const programId = 'programId' in this.who ? { programId: this.who.programId } : {}
    const since = data && { since: data.revision }
    this.socket.emit(Event.join, { protocol: PROTOCOL, ...programId, ...since }, (ack: JoinAck) => {
      if (!ack.ok) return this.refuse(ack.error.code)
      const next = 'snapshot' in ack ? begun(ack.snapshot) : patched(this.live.data!, ack.patch)
      this.set({ link: { state: 'synced' }, data: next })
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
  private pulse({ now, revision }: Pulse): void {
    const { data } = this.live
    this.set({ clockAhead: Date.parse(now) - Date.now() })
    this.listen()
    if (!data || revision <= data.revision) this.behindSince = 0
    else if (this.behindSince === 0) this.behindSince = revision
    else this.join()
  }

  private listen(): void {
    clearTimeout(this.silence)
    this.silence = window.setTimeout(() => {
      this.lose(SILENCE_MS)
      this.socket.disconnect().connect()
    }, SILENCE_MS)
  }

  /** `ago`: for how long nothing was heard when it is noticed. */
  private lose(ago = 0): void {
    clearTimeout(this.silence)
    if (this.live.link.state === 'synced') this.set({ link: { state: 'lost', since: Date.now() - ago } })
  }

  private refuse(code: ErrorCode | undefined): void {
    // The server is there but cannot say yes or no yet; nobody else tries again for us.
    if (code === 'database.unavailable' || code === 'server.failed') return this.tryAgain()
    if (!code) return
    this.set({ link: { state: 'refused', code } })
  }

  private tryAgain(): void {
    clearTimeout(this.silence)
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
