import { type Socket, connect } from 'node:net'

/** A connection that says what it likes, as slowly as it likes. */
export class RawConnection {
  /** Everything that it was told. */
  heard = ''
  readonly closed: Promise<void>

  private constructor(readonly socket: Socket) {
    socket.on('data', (told: Buffer) => (this.heard += told.toString('latin1')))
    socket.on('error', () => {})
    this.closed = new Promise(resolve => socket.once('close', () => resolve()))
  }

  /** `from`: one of this machine's own addresses, 127.0.0.x. Resolves when the connection stands, or was refused. */
  static async open(address: string, from = '127.0.0.1'): Promise<RawConnection> {
    const { hostname, port } = new URL(address)
    const socket = connect({ host: hostname, port: Number(port), localAddress: from })
    const connection = new RawConnection(socket)
    await Promise.race([new Promise(resolve => socket.once('connect', resolve)), connection.closed])
    return connection
  }

  say(words: string | Buffer): void {
    this.socket.write(words)
  }

  /** What was answered when the server has hung up. */
  async answer(): Promise<{ status: number; body: unknown }> {
    await this.closed
    const [head = '', ...rest] = this.heard.split('\r\n\r\n')
    return { status: Number(head.split(' ')[1]), body: JSON.parse(rest.join('\r\n\r\n') || 'null') }
  }

  end(): void {
    this.socket.destroy()
  }
}

/** The request that asks for a websocket, complete. */
export const UPGRADE = [
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
  'Host: 127.0.0.1',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  '\r\n',
].join('\r\n')
