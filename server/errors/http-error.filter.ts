import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf, toRefusal } from './error-body.js'
import { Refusals } from './refusals.js'

/** Whom the guard has found by then, if anybody. */
type Asked = FastifyRequest & { actor?: { person: { id: string } } }

/** Answers every fault of an HTTP request in the one shape that the wire knows. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  constructor(private readonly refusals: Refusals) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    this.answer(error, http.getRequest<Asked>(), http.getResponse<FastifyReply>())
  }

  answer(error: unknown, request: Asked, reply: FastifyReply): void {
    const { status, body, retryAfter } = toRefusal(error, languageOf(request.headers['accept-language']))
    const { method, routeOptions, id: requestId } = request
    const route = `${method} ${routeOptions.url ?? 'none'}`
    const by = request.actor?.person.id
    this.refusals.tell({ channel: 'http', code: body.code, requestId, route, by, fault: error })
    void reply.header('x-request-id', requestId)
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter))
    void reply.status(status).send({ error: body, requestId })
  }
}
