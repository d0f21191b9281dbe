import type { IncomingMessage } from 'node:http'
import proxyAddress from '@fastify/proxy-addr'
import type { Settings } from './settings.js'

/** The address of whoever asks: the peer's, or what trusted proxies say of the one before them. */
export function addressOf(trust: Settings['trustProxy']): (request: IncomingMessage) => string {
  if (trust === undefined) return request => request.socket.remoteAddress ?? ''
  const trusts =
    typeof trust === 'number'
      ? (_: string, hop: number) => hop < trust
      : proxyAddress.compile(trust.split(',').map(address => address.trim()))
  return request => proxyAddress(request, trusts)
}
