import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList } from 'node:net'

/** What a request says of where it comes from: its peer's own address, never one that a header claims. */
export type Asking = { peer: string | undefined; headers: Record<string, string | string[] | undefined> }

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** What proxies say of those whom they ask for, beside everything that begins with `x-forwarded-`. */
const FORWARDING = ['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'x-cluster-client-ip', 'true-client-ip']

/**
 * Whether somebody on this very machine asks for himself. A proxy here has the machine's address too, and asks for
 * strangers: whoever was forwarded is none of us, whichever proxies are trusted otherwise.
 */
export function isFromThisMachine({ peer, headers }: Asking): boolean {
  if (peer === undefined) return false
  if (Object.keys(headers).some(isForwarding)) return false
  const v4 = peer.replace(/^::ffff:/i, '')
  return loopback.check(v4, v4.includes(':') ? 'ipv6' : 'ipv4')
}

const isForwarding = (name: string) => name.startsWith('x-forwarded-') || FORWARDING.includes(name)

/** Whether the request carries the token. How long that takes tells nothing of how much of it was right. */
export function carriesToken({ headers }: Asking, token: string): boolean {
  const [, told = ''] = /^Bearer +(\S+) *$/i.exec(String(headers['authorization'] ?? '')) ?? []
  return timingSafeEqual(digest(told), digest(token))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
