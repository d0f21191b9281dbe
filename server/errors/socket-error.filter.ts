import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import { languageOf, toRefusal } from './error-body.js'
import { Refusals } from './refusals.js'

type Handshaken = {
  handshake: { headers: Record<string, string | undefined> }
  data: { actor?: { person?: { id: string }; screenId?: string } }
}

/** Answers the ack of a refused event; NestJS itself would never call it, and would echo the payload. */
@Catch()
export class SocketErrorFilter implements ExceptionFilter {
  constructor(private readonly refusals: Refusals) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const requestId = newId()
    const client = host.switchToWs().getClient<Handshaken>()
    const { body } = toRefusal(error, languageOf(client.handshake.headers['accept-language']))
    const route = host.switchToWs().getPattern()
    const { actor } = client.data
    const by = actor?.person?.id ?? actor?.screenId
    this.refusals.tell({ channel: 'socket', code: body.code, requestId, route, by, fault: error })
    const ack = host.getArgs<unknown[]>().find(argument => typeof argument === 'function')
    if (typeof ack === 'function') ack({ ok: false, error: body, requestId })
  }
}
