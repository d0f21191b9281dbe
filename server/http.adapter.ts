import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
import { v4 as newId } from 'uuid'
import { DomainError } from './errors/domain-error.js'
import { toRefusal } from './errors/error-body.js'
import { HttpErrorFilter } from './errors/http-error.filter.js'

type SecurityHook = Parameters<FastifyAdapter['registerSecurityHook']>[0]

/** Fastify, whose router's own refusals (a broken address) look like all others and carry the same headers. */
export class HttpAdapter extends FastifyAdapter {
  private refusals: HttpErrorFilter | undefined
  private secure: SecurityHook | undefined

  constructor(options: FastifyServerOptions) {
    super({
      ...options,
      frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
        this.secure?.(request, reply.raw)
        this.refusals?.answer(error, request, reply)
      },
      clientErrorHandler: refuseUnread,
    } as never)
  }

  /** Who answers what no handler of ours is asked for; known once the application is put together. */
  refuseBy(filter: HttpErrorFilter): void {
    this.refusals = filter
  }

  override registerSecurityHook(hook: SecurityHook): void {
    this.secure = hook
    super.registerSecurityHook(hook)
  }
}

/** What Node answers requests that it cannot read to the end. */
const STATUS_OF_UNREAD: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }

/** Refuses what is no request, or does not become one in time, in the shape of all refusals; then hangs up. */
function refuseUnread(fault: { code?: string }, socket: Socket): void {
  if (!socket.writable || fault.code === 'ECONNRESET') return void socket.destroy()
  const status = STATUS_OF_UNREAD[fault.code ?? ''] ?? 400
  const { body } = toRefusal(new DomainError(status === 431 ? 'request.too_large' : 'request.invalid'), 'vi')
  const text = JSON.stringify({ error: body, requestId: newId() })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(text)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`, () => socket.destroy())
}
