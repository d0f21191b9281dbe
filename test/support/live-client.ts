import { type Socket, io } from 'socket.io-client'
import type { JoinAck, Patch, Snapshot } from '../../protocol/live.js'
import { eventually } from './eventually.js'

/** A thousand that join at once on a busy machine take their time. */
const ANSWERED_WITHIN_MS = 20_000

const JOINS_AGAIN_MS = 250

type Heard = { event: string; payload: any }

/** A client as the wire describes it: one state, changed only by snapshots and patches. */
export class LiveClient {
  /** Every event, in the order in which it came. */
  readonly heard: Heard[] = []
  questions = new Map<string, any>()
  program: any
  speakers = new Map<string, any>()
  screens = new Map<string, any>()
  messages = new Map<string, any>()
  me: any
  revision = 0
  /** Patches that were applied, so that gaps and repetitions can be looked for. */
  readonly applied: Patch[] = []
  /** Told whenever what it shows was changed, or given anew. */
  shown: () => void = () => {}
  private joining: Record<string, unknown> | undefined

  private constructor(readonly socket: Socket) {
    socket.onAny((event: string, payload: unknown) => this.heard.push({ event, payload }))
    socket.on('live:patch', (patch: Patch) => this.receive(patch))
  }

  static async connect(
    address: string,
    options: {
      auth?: Record<string, unknown>
      headers?: Record<string, string>
      reconnection?: boolean
    } = {},
  ): Promise<LiveClient> {
    const socket = io(address, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: options.reconnection ?? false,
      // An attempt in a dead line hangs, and is given up.
      timeout: 10_000,
      reconnectionDelay: 100,
      reconnectionDelayMax: 400,
      // A test's certificate is known to nobody.
      rejectUnauthorized: !address.startsWith('https:'),
      ...(options.auth && { auth: options.auth }),
      ...(options.headers && { extraHeaders: options.headers }),
    })
    const client = new LiveClient(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    return client
  }

  /** Joins, and fails when it is refused. */
  async join(join: { programId?: string; since?: number } = {}): Promise<Extract<JoinAck, { ok: true }>> {
    // In the answer's own callback: a patch of the same chunk is handled before any promise is.
    const ack = await new Promise<JoinAck>((resolve, reject) =>
      this.socket
        .timeout(ANSWERED_WITHIN_MS)
        .emit('live:join', { protocol: 1, ...join }, (late: Error | null, answer: JoinAck) => {
          if (late) return reject(late)
          if (answer.ok) this.accept(join, answer)
          resolve(answer)
        }),
    )
    if (!ack.ok) throw new Error(`refused: ${ack.error.code}`)
    return ack
  }

  /** Joins, and joins again with what it has whenever its line comes back, as a page does. */
  async stay(place: { programId?: string } = {}): Promise<this> {
    await this.join(place)
    this.socket.on('connect', () => void this.rejoin(place))
    return this
  }

  /** Where the server is there and cannot say yes just now, a page asks again a little later. */
  private async rejoin(place: { programId?: string }): Promise<void> {
    const connection = this.socket.id
    const joined = await this.join({ ...place, since: this.revision }).catch(() => undefined)
    if (!joined && this.socket.id === connection) setTimeout(() => void this.rejoin(place), JOINS_AGAIN_MS)
  }

  ask(event: string, payload?: unknown): Promise<any> {
    return this.socket
      .timeout(ANSWERED_WITHIN_MS)
      .emitWithAck(event, ...(payload === undefined ? [] : [payload]))
  }

  /** Waits until something is so. */
  async until<T>(seen: () => T | undefined | false | null, within = 10_000): Promise<T> {
    return eventually(
      () => {
        const found = seen()
        if (!found) throw new Error('not so yet')
        return found
      },
      { timeout: within, interval: 5 },
    )
  }

  /** Waits for an event that was not heard before. */
  async next(event: string, within = 10_000): Promise<any> {
    const before = this.heard.length
    return this.until(() => this.heard.slice(before).find(heard => heard.event === event)?.payload, within)
  }

  of(state: string): any[] {
    return [...this.questions.values()].filter(question => question.state === state)
  }

  close(): void {
    this.socket.disconnect()
  }

  private accept(join: Record<string, unknown>, ack: Extract<JoinAck, { ok: true }>): void {
    this.joining = join
    if ('snapshot' in ack) this.begin(ack.snapshot)
    else this.receive(ack.patch)
  }

  private begin(snapshot: Snapshot): void {
    this.questions = new Map(snapshot.questions.map(question => [question.id, question]))
    this.speakers = new Map(snapshot.speakers.map(speaker => [speaker.id, speaker]))
    this.screens = new Map((snapshot.screens ?? []).map(screen => [screen.id, screen]))
    this.messages = new Map(snapshot.messages.map(message => [message.id, message]))
    this.program = snapshot.program
    this.me = snapshot.me
    this.revision = snapshot.revision
    this.shown()
  }

  private receive(patch: Patch): void {
    if (this.joining === undefined || patch.revision <= this.revision) return
    if (patch.from > this.revision) {
      void this.join({ ...this.joining, since: this.revision }).catch(() => {})
      return
    }
    for (const question of patch.put?.questions ?? []) this.questions.set(question.id, question)
    for (const id of patch.drop?.questions ?? []) this.questions.delete(id)
    for (const speaker of patch.put?.speakers ?? []) this.speakers.set(speaker.id, speaker)
    for (const id of patch.drop?.speakers ?? []) this.speakers.delete(id)
    for (const screen of patch.put?.screens ?? []) this.screens.set(screen.id, screen)
    for (const id of patch.drop?.screens ?? []) this.screens.delete(id)
    for (const message of patch.put?.messages ?? []) this.messages.set(message.id, message)
    for (const id of patch.drop?.messages ?? []) this.messages.delete(id)
    if (patch.put?.program) this.program = patch.put.program
    if (patch.put?.me) this.me = patch.put.me
    this.revision = patch.revision
    this.applied.push(patch)
    this.shown()
  }
}
