import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf, toRefusal } from './error-body.js'

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
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter))
    void reply.status(status).send({ error: body, requestId: request.id })
  }
}

/** Class, place and SQL state of a fault, without its message. */
export function kindOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const places = error.stack?.replace(error.message, '').split('\n')
  const at = places?.find(line => line.trimStart().startsWith('at '))
  return { name: error.name, code: (error as { code?: unknown }).code, at: at?.trim() }
}
