import type { Server } from 'node:http'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { IMPORT_BODY_LIMIT } from '#protocol/house-import.js'
import { networkOf } from './access/network-of.js'
import { secretIn } from './access/session-cookie.js'
import { Sessions } from './access/sessions.js'
import { DomainError } from './errors/domain-error.js'
import type { Settings } from './settings/settings.js'
import { trustsOf } from './settings/trusted-address.js'

const IMPORTS = '/api/house/:list/import'

/** Connections of one address: its sockets, and what its browsers ask beside them. */
const CONNECTIONS_PER_ADDRESS = 3000

/** How slowly a request may arrive, in milliseconds: its headers, and all of it. Whoever is slower is cut. */
export const ARRIVAL = {
  requestTimeout: 60_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 2000 },
}

/** A table may be larger than any other body, from somebody who is signed in: nobody else's is even read. */
export function letTablesIn(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', route => {
      if (route.url !== IMPORTS) return
      route.bodyLimit = IMPORT_BODY_LIMIT
      route.onRequest = async request => {
        const secret = secretIn(request.headers.cookie)
        if (!secret || !(await app.get(Sessions).find(secret))) throw new DomainError('access.signed_out')
      }
    })
}

/** One address cannot take all the connections that there are. A proxy has everybody's: it keeps its own count. */
export function limitConnections(app: NestFastifyApplication, { trustProxy }: Settings): void {
  const trusts = trustsOf(trustProxy)
  const held = new Map<string, number>()
  const server: Server = app.getHttpServer()
  server.on('connection', socket => {
    const { remoteAddress } = socket
    if (remoteAddress === undefined || trusts(remoteAddress, 0)) return
    const address = networkOf(remoteAddress)
    const count = (held.get(address) ?? 0) + 1
    if (count > CONNECTIONS_PER_ADDRESS) return void socket.destroy()
    held.set(address, count)
    socket.once('close', () => {
      const left = (held.get(address) ?? 1) - 1
      if (left > 0) held.set(address, left)
      else held.delete(address)
    })
  })
}
