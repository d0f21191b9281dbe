import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf, toRefusal } from './error-body.js'
import { kindOf } from './fault-kind.js'

/** Answers every fault of an HTTP request in the one shape that the wire knows. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('http')

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { status, body, retryAfter } = toRefusal(error, languageOf(request.headers['accept-language']))
    // The fault itself stays here: it may hold SQL or what somebody typed, so only its kind is written down.
    if (status === 500) this.log.error({ requestId: request.id, fault: kindOf(error) })
    if (body.code === 'access.not_allowed')
      this.log.warn({ requestId: request.id, refused: whatWasTried(request) })
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter))
    void reply.status(status).send({ error: body, requestId: request.id })
  }
}

/** Who tried which route: the pattern and not the address, which may hold what somebody typed. */
function whatWasTried(request: FastifyRequest & { actor?: { person: { id: string } } }): object {
  return { method: request.method, route: request.routeOptions?.url, by: request.actor?.person.id }
}
