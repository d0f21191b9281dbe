import { type Server, type Socket, connect, createServer } from 'node:net'

/** A cable between browsers and a server, to be pulled out and put back: nothing is closed, nothing comes through. */
export class Cable {
  private readonly ends = new Set<Socket>()
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

  /** What runs through it stands still for ever, and so does whatever is begun until it is mended. */
  cut(): void {
    this.isCut = true
    for (const end of this.ends) end.unpipe().pause()
  }

  /** What is begun from now on comes through. */
  mend(): void {
    this.isCut = false
  }

  close(): void {
    for (const end of this.ends) end.destroy()
    this.server.close()
  }

  private lay(near: Socket): void {
    this.keep(near)
    if (this.isCut) return void near.pause()
    const far = this.keep(connect(this.port, '127.0.0.1'))
    near.pipe(far).pipe(near)
  }

  private keep(end: Socket): Socket {
    this.ends.add(end)
    return end.on('error', () => {}).on('close', () => this.ends.delete(end))
  }
}
