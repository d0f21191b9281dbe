import { ConsoleLogger, type LogLevel } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { v4 as newId } from 'uuid'
import { AppModule } from './app.module.js'
import { invalidField } from './errors/domain-error.js'
import { SocketAdapter } from './live/socket.adapter.js'
import { servePages } from './pages/pages.js'
import type { Settings } from './settings/settings.js'

const BODY_LIMIT = 64 * 1024
const LEVELS: LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug']

/** Puts the application together: everything that lies between the network and the controllers. */
export async function createApp(settings: Settings, databaseUrl: string): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.trustProxy ?? false,
    genReqId: () => newId(),
    forceCloseConnections: true,
  } as never)
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings, databaseUrl),
    adapter,
    {
      bodyParser: false,
      logger: new ConsoleLogger({
        json: true,
        logLevels: LEVELS.slice(0, LEVELS.indexOf(settings.logLevel) + 1),
      }),
    },
  )
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'connect-src': ["'self'"],
        'font-src': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        // A station's own network is often plain http: without TLS in front these would break every page.
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
  readJson(app)
  app.useWebSocketAdapter(new SocketAdapter(app, settings))
  await servePages(app)
  return app
}

/** JSON in UTF-8 and nothing else. Bytes that are not UTF-8 are refused instead of being guessed at. */
function readJson(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance()
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined)
    let text: string
    try {
      text = utf8.decode(body as Buffer)
    } catch {
      return done(invalidField('', 'body.not_json'))
    }
    void fastify.getDefaultJsonParser('error', 'error')(request, text, (fault, parsed) =>
      done(fault && invalidField('', 'body.not_json'), parsed),
    )
  })
}
