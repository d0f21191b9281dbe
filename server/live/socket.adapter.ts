import type { IncomingMessage } from 'node:http'
import type { INestApplicationContext } from '@nestjs/common'
import { IoAdapter } from '@nestjs/platform-socket.io'
import type { Server, ServerOptions } from 'socket.io'
import type { ErrorCode } from '#protocol/errors.js'
import { networkOf } from '../access/network-of.js'
import { isForeign } from '../access/origin.js'
import { Refusals } from '../errors/refusals.js'
import type { Settings } from '../settings/settings.js'
import { addressOf, forwardedHost, type Trusts, trustsOf } from '../settings/trusted-address.js'

/** Sockets one address may hold: a studio behind one router fits, a flood does not. */
const SOCKETS_PER_ADDRESS = 2000

/** Socket.IO as the wire wants it: websocket only, small frames, the dead found in nine seconds. */
export class SocketAdapter extends IoAdapter {
  private readonly held = new Map<string, number>()
  private readonly refusals: Refusals
  private readonly trusts: Trusts
  private readonly network: (request: IncomingMessage) => string

  constructor(
    app: INestApplicationContext,
    private readonly settings: Settings,
  ) {
    super(app)
    this.refusals = app.get(Refusals)
    const trusts = (this.trusts = trustsOf(settings.trustProxy))
    this.network = request => networkOf(addressOf(request, trusts))
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
        this.hold(this.network(socket.request), socket),
    )
    return server
  }

  private mayOpen(request: IncomingMessage): boolean {
    const { headers } = request
    const hosts = [headers.host ?? '', forwardedHost(request, this.trusts) ?? '']
    if (isForeign(headers, this.settings.publicOrigins, hosts)) return this.refuse('access.not_allowed')
    if ((this.held.get(this.network(request)) ?? 0) < SOCKETS_PER_ADDRESS) return true
    return this.refuse('access.too_many')
  }

  private refuse(code: ErrorCode): false {
    this.refusals.tell({ channel: 'upgrade', code, fault: code })
    return false
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
