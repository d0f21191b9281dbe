import type { IncomingMessage } from 'node:http'
import proxyAddress from '@fastify/proxy-addr'
import type { Settings } from './settings.js'

/** Whether what the peer at this address says of others is believed; `hop` counts from this server outwards. */
export type Trusts = (address: string, hop: number) => boolean

/**
 * What a server believes, for HTTP and sockets alike. A number of hops believes whoever asks, so it is for servers
 * that nobody but the proxy can reach.
 */
export function trustsOf(trust: Settings['trustProxy']): Trusts {
  if (trust === undefined) return () => false
  if (typeof trust === 'number') return (_address, hop) => hop < trust
  return proxyAddress.compile(trust.split(',').map(address => address.trim()))
}

/** The address of whoever asks: the peer's, or what trusted proxies say of the one before them. */
export const addressOf = (request: IncomingMessage, trusts: Trusts): string =>
  request.socket.remoteAddress === undefined ? '' : proxyAddress(request, trusts)

/** The host that was asked for at a trusted proxy, if one says so. */
export function forwardedHost(request: IncomingMessage, trusts: Trusts): string | undefined {
  const named = request.headers['x-forwarded-host']
  const { remoteAddress } = request.socket
  if (typeof named !== 'string' || remoteAddress === undefined || !trusts(remoteAddress, 0)) return undefined
  return named.split(',').at(-1)!.trim()
}
