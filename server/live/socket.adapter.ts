import type { IncomingMessage } from 'node:http'
import type { INestApplicationContext } from '@nestjs/common'
import { IoAdapter } from '@nestjs/platform-socket.io'
import type { Server, ServerOptions } from 'socket.io'
import { networkOf } from '../access/network-of.js'
import { isForeign } from '../access/origin.js'
import type { Settings } from '../settings/settings.js'
import { addressOf } from '../settings/trusted-address.js'

/** Sockets one address may hold: a studio behind one router fits, a flood does not. */
const SOCKETS_PER_ADDRESS = 2000

/** Socket.IO as the wire wants it: websocket only, small frames, the dead found in nine seconds. */
export class SocketAdapter extends IoAdapter {
  private readonly held = new Map<string, number>()
  private readonly address: (request: IncomingMessage) => string

  constructor(
    app: INestApplicationContext,
    private readonly settings: Settings,
  ) {
    super(app)
    const address = addressOf(settings.trustProxy)
    this.address = request => networkOf(address(request))
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>): Server {
    const server = super.createIOServer(port, {
      ...options,
      path: '/socket.io',
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: 64 * 1024,
      pingInterval: 5000,
      pingTimeout: 4000,
      connectTimeout: 5000,
      // The `cors` option does not stop a foreign page's websocket; this does, before anything is opened.
      allowRequest: (request: IncomingMessage, decide: (fault: null, allowed: boolean) => void) =>
        decide(null, this.mayOpen(request)),
    } as never) as Server
    server.engine.on(
      'connection',
      (socket: { request: IncomingMessage; once(event: 'close', closed: () => void): void }) =>
        this.hold(this.address(socket.request), socket),
    )
    return server
  }

  private mayOpen(request: IncomingMessage): boolean {
    const { headers } = request
    const hosts = [headers.host ?? '', ...forwardedHost(headers, this.settings)]
    if (isForeign(headers, this.settings.publicOrigins, hosts)) return false
    return (this.held.get(this.address(request)) ?? 0) < SOCKETS_PER_ADDRESS
  }

  private hold(address: string, socket: { once(event: 'close', closed: () => void): void }): void {
    this.held.set(address, (this.held.get(address) ?? 0) + 1)
    socket.once('close', () => {
      const left = (this.held.get(address) ?? 1) - 1
      if (left > 0) this.held.set(address, left)
      else this.held.delete(address)
    })
  }
}

/** The host that a trusted proxy was asked for. */
function forwardedHost(headers: IncomingMessage['headers'], settings: Settings): string[] {
  const named = headers['x-forwarded-host']
  return settings.trustProxy !== undefined && typeof named === 'string' ? [named] : []
}
