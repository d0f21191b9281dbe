import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { v4 as newId } from 'uuid'
import { prepareEnding } from './app.ending.js'
import { ARRIVAL, letTablesIn, limitConnections } from './app.limits.js'
import { AppModule } from './app.module.js'
import { HttpErrorFilter } from './errors/http-error.filter.js'
import { JsonLog } from './errors/json-log.js'
import { HttpAdapter } from './http.adapter.js'
import { isWithinBounds } from './json-bounds.js'
import { SocketAdapter } from './live/socket.adapter.js'
import { measureRequests } from './metrics/http.metrics.js'
import { CONTENT_SECURITY_POLICY } from './pages/content-security-policy.js'
import { servePages } from './pages/pages.js'
import type { Settings } from './settings/settings.js'
import { trustsOf } from './settings/trusted-address.js'

const BODY_LIMIT = 64 * 1024

/** Puts the application together: everything that lies between the network and the controllers. */
export async function createApp(settings: Settings, databaseUrl: string): Promise<NestFastifyApplication> {
  const adapter = new HttpAdapter({
    ...ARRIVAL,
    bodyLimit: BODY_LIMIT,
    trustProxy: trustsOf(settings.trustProxy),
    genReqId: () => newId(),
    // At the end idle connections are closed; what is in hand is answered.
    forceCloseConnections: 'idle',
  } as never)
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings, databaseUrl),
    adapter,
    { bodyParser: false, logger: new JsonLog(settings.logLevel) },
  )
  adapter.refuseBy(app.get(HttpErrorFilter))
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      directives: { ...CONTENT_SECURITY_POLICY, 'upgrade-insecure-requests': null },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
  keepNothing(app)
  measureRequests(app)
  limitConnections(app, settings)
  letTablesIn(app)
  readJson(app)
  prepareEnding(app)
  app.useWebSocketAdapter(new SocketAdapter(app, settings))
  await servePages(app)
  return app
}

/** Answers are about people: neither a browser nor anything on the way keeps them. The pages' files say otherwise. */
function keepNothing(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance()
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.header('cache-control', 'no-store')
    done()
  })
}

/**
 * JSON in UTF-8 and nothing else; bytes that are not UTF-8 are not guessed at. What cannot be read, or is nested deeper
 * than any command, is null, which no command is: so a body is refused when its turn comes, after who asks and from where.
 */
function readJson(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance()
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, null))
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined)
    if (!isWithinBounds(body as Buffer)) return done(null, null)
    let text: string
    try {
      text = utf8.decode(body as Buffer)
    } catch {
      return done(null, null)
    }
    void fastify.getDefaultJsonParser('error', 'error')(request, text, (fault, parsed) =>
      done(null, fault ? null : parsed),
    )
  })
}
