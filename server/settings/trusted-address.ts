import type { IncomingMessage } from 'node:http'
import proxyAddress from '@fastify/proxy-addr'
import type { Settings } from './settings.js'

type Trust = Settings['trustProxy']

function trustOf(trust: NonNullable<Trust>): (address: string, hop: number) => boolean {
  if (typeof trust === 'number') return (_, hop) => hop < trust
  return proxyAddress.compile(trust.split(',').map(address => address.trim()))
}

/** The address of whoever asks: the peer's, or what trusted proxies say of the one before them. */
export function addressOf(trust: Trust): (request: IncomingMessage) => string {
  if (trust === undefined) return request => request.socket.remoteAddress ?? ''
  const trusts = trustOf(trust)
  return request => proxyAddress(request, trusts)
}

/** Whether a peer is a proxy, which asks for others. */
export function isProxy(trust: Trust): (address: string) => boolean {
  if (trust === undefined) return () => false
  const trusts = trustOf(trust)
  return address => trusts(address, 0)
}
