import { setTimeout as after } from 'node:timers/promises'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { Readiness } from './health/readiness.js'

/** So long it still serves and says that it is not ready: whoever sends people here sends them elsewhere. */
const NOTICE_MS = 500
/** Longer than any command may wait for its programme. After it nobody asks anything: such connections are cut. */
const ANSWERED_WITHIN_MS = 4000

/**
 * Once the server takes no more connections, each answer is the last on its own: a browser that keeps asking on the
 * same connection would otherwise be waited for until it tires.
 */
export function answerLast(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance()
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!fastify.server.listening) void reply.header('connection', 'close')
    done(null, payload)
  })
}

/** Ends the application: it says so first, what is in hand is answered, silent connections are not waited for. */
export async function end(app: NestFastifyApplication): Promise<void> {
  const { server } = app.getHttpAdapter().getInstance()
  app.get(Readiness).end()
  if (server.listening) await after(NOTICE_MS)
  const cut = setTimeout(() => server.closeAllConnections(), ANSWERED_WITHIN_MS)
  await app.close()
  clearTimeout(cut)
}
