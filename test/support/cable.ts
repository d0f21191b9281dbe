import { type Server, type Socket, connect, createServer } from 'node:net'
import { type Delivery, FrameStream } from './frame-stream.js'

/**
 * A cable between clients and a server, or several servers behind one address, on which everything that goes wrong
 * with lines can be brought about.
 */
export class Cable {
  private readonly ends = new Set<Socket>()
  private readonly laid = new Map<Socket, Line>()
  private stopped: 'both ways' | 'down' | undefined
  private turn = 0
  private delivery: Delivery = frame => [frame]

  private constructor(
    private readonly server: Server,
    private readonly ports: readonly number[],
  ) {
    server.on('connection', near => void this.lay(near))
  }

  /** To one server; or to several, one after the other, past those that do not answer. */
  static async to(...addresses: string[]): Promise<Cable> {
    const server = createServer()
    const ports = addresses.map(address => Number(new URL(address).port))
    const cable = new Cable(server, ports)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return cable
  }

  /** Where the clients find the server. */
  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`
  }

  /**
   * Pulled out without a word: nothing is closed, nothing comes through. What was sent meanwhile arrives when it is
   * mended; what was only begun meanwhile hangs for ever.
   */
  cut(): void {
    this.stop('both ways')
  }

  /** As with a client that takes nothing in any longer: what it says goes up, what it is told is not read. */
  stall(): void {
    this.stop('down')
  }

  mend(): void {
    this.stopped = undefined
    for (const line of this.laid.values()) line.flow()
  }

  /** Every connection ends at once, and each side is told so; new ones are served. */
  snap(): void {
    for (const end of this.ends) end.destroy()
  }

  /** How the frames that the server sends to web sockets arrive from here on: in what order, and how often. */
  deliver(delivery: Delivery): void {
    this.delivery = delivery
  }

  close(): void {
    this.snap()
    this.server.close()
  }

  private stop(how: 'both ways' | 'down'): void {
    this.stopped = how
    for (const line of this.laid.values()) line.stop(how)
  }

  private async lay(near: Socket): Promise<void> {
    this.keep(near)
    if (this.stopped) return void near.pause()
    const far = await this.reach()
    if (!far || near.destroyed) return void (far ?? near).destroy()
    const line = new Line(near, far, frame => this.delivery(frame))
    this.laid.set(near, line)
    near.on('close', () => this.laid.delete(near))
    // The end of one end is the other's, also when it came without a farewell.
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    line.flow()
  }

  /** A connection to the server whose turn it is, or to the next that answers. */
  private async reach(): Promise<Socket | undefined> {
    for (let tries = 0; tries < this.ports.length; tries++) {
      const far = this.keep(connect(this.ports[this.turn++ % this.ports.length]!, '127.0.0.1'))
      const answered = await new Promise<boolean>(resolve =>
        far.once('connect', () => resolve(true)).once('close', () => resolve(false)),
      )
      if (answered) return far
    }
    return undefined
  }

  private keep(end: Socket): Socket {
    this.ends.add(end)
    return end.on('error', () => {}).on('close', () => this.ends.delete(end))
  }
}

/** One connection through the cable: the client's end, and the server's. */
class Line {
  private readonly down: FrameStream

  constructor(
    private readonly near: Socket,
    private readonly far: Socket,
    delivery: Delivery,
  ) {
    this.down = new FrameStream(delivery)
    this.down.pipe(near)
  }

  flow(): void {
    this.near.pipe(this.far)
    this.far.pipe(this.down)
  }

  stop(how: 'both ways' | 'down'): void {
    this.far.unpipe().pause()
    if (how === 'both ways') this.near.unpipe().pause()
  }
}
