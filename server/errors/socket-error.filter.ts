import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import { languageOf, toRefusal } from './error-body.js'
import { kindOf } from './fault-kind.js'

type Handshaken = {
  handshake: { headers: Record<string, string | undefined> }
  data: { actor?: { person?: { id: string }; screenId?: string } }
}

/** Answers the ack of a refused event; NestJS itself would never call it, and would echo the payload. */
@Catch()
export class SocketErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('socket')

  catch(error: unknown, host: ArgumentsHost): void {
    const requestId = newId()
    const client = host.switchToWs().getClient<Handshaken>()
    const { status, body } = toRefusal(error, languageOf(client.handshake.headers['accept-language']))
    if (status === 500) this.log.error({ requestId, fault: kindOf(error) })
    if (body.code === 'access.not_allowed') this.log.warn({ requestId, refused: whoTried(client) })
    const ack = host.getArgs<unknown[]>().find(argument => typeof argument === 'function')
    if (typeof ack === 'function') ack({ ok: false, error: body, requestId })
  }
}

const whoTried = ({ data: { actor } }: Handshaken) => ({ by: actor?.person?.id, screenId: actor?.screenId })
