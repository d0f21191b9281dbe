import { type Server, type Socket, connect, createServer } from 'node:net'

/**
 * A cable between browsers and a server, to be pulled out and put back: nothing is closed, nothing comes through. What
 * was sent meanwhile arrives when it is back; what was only begun meanwhile hangs for ever.
 */
export class Cable {
  private readonly ends = new Set<Socket>()
  private readonly laid = new Map<Socket, Socket>()
  private isCut = false

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {
    server.on('connection', near => this.lay(near))
  }

  static async to(address: string): Promise<Cable> {
    const server = createServer()
    const cable = new Cable(server, Number(new URL(address).port))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return cable
  }

  /** Where the browsers find the server. */
  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`
  }

  cut(): void {
    this.isCut = true
    for (const [near, far] of this.laid) {
      near.unpipe().pause()
      far.unpipe().pause()
    }
  }

  mend(): void {
    this.isCut = false
    for (const [near, far] of this.laid) near.pipe(far).pipe(near)
  }

  close(): void {
    for (const end of this.ends) end.destroy()
    this.server.close()
  }

  private lay(near: Socket): void {
    this.keep(near)
    if (this.isCut) return void near.pause()
    const far = this.keep(connect(this.port, '127.0.0.1'))
    this.laid.set(near, far)
    near.on('close', () => this.laid.delete(near))
    near.pipe(far).pipe(near)
  }

  private keep(end: Socket): Socket {
    this.ends.add(end)
    return end.on('error', () => {}).on('close', () => this.ends.delete(end))
  }
}
