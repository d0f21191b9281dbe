import type { Socket } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { Readiness } from './health/readiness.js'

/** So long it still serves and says that it is not ready: whoever sends people here sends them elsewhere. */
const NOTICE_MS = 500
/**
 * Longer than any command may wait for its programme. After it nobody asks anything, and who has not taken in the
 * farewell does not read: such connections are cut.
 */
const ANSWERED_WITHIN_MS = 4000

/** The connections of each application, upgraded ones among them: those the HTTP server itself forgets. */
const connections = new WeakMap<NestFastifyApplication, Set<Socket>>()

/** To be called once, while the application is put together. */
export function prepareEnding(app: NestFastifyApplication): void {
  answerLast(app)
  holdConnections(app)
}

/**
 * Once the server takes no more connections, each answer is the last on its own: a browser that keeps asking on the
 * same connection would otherwise be waited for until it tires.
 */
function answerLast(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance()
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!fastify.server.listening) void reply.header('connection', 'close')
    done(null, payload)
  })
}

function holdConnections(app: NestFastifyApplication): void {
  const held = new Set<Socket>()
  connections.set(app, held)
  app
    .getHttpAdapter()
    .getInstance()
    .server.on('connection', socket => {
      held.add(socket)
      socket.once('close', () => held.delete(socket))
    })
}

/** Ends the application: it says so first, what is in hand is answered; who is silent, or reads nothing, is not waited for. */
export async function end(app: NestFastifyApplication): Promise<void> {
  app.get(Readiness).end()
  if (app.getHttpAdapter().getInstance().server.listening) await after(NOTICE_MS)
  const cut = setTimeout(() => {
    for (const socket of connections.get(app) ?? []) socket.destroy()
  }, ANSWERED_WITHIN_MS)
  await app.close()
  clearTimeout(cut)
}
