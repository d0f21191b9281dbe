import { FastifyAdapter } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
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
