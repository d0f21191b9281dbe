import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import { Controller, Get, Req, Res } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Public } from '../access/allow.js'
import { DomainError } from '../errors/domain-error.js'
import { contentSecurityPolicy } from './content-security-policy.js'

const server = dirname(dirname(fileURLToPath(import.meta.url)))
const root = dirname(server)

/** The pages as they were built: beside the built server, whether it or its source runs. */
const PAGES = join(basename(root) === 'dist' ? root : join(root, 'dist'), 'client')
const NOT_PAGES = /^\/(api|health|metrics|socket\.io|assets)(\/|$)/

/** Serves the files of the build; those under assets/ carry their content's hash in their name. */
export async function servePages(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(PAGES)) return
  await app.register(fastifyStatic as never, {
    root: PAGES,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply: FastifyReply, path: string) =>
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  })
}

const NONCE = /__CSP_NONCE__/g

/** Every address that is neither the API's nor a file is the client's own to route. */
@Controller()
export class PagesController {
  @Get(['/', '*'])
  @Public()
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const path = request.url.split('?')[0] ?? ''
    const index = join(PAGES, 'index.html')
    if (NOT_PAGES.test(path) || !existsSync(index)) throw new DomainError('request.not_found')
    // The UI kit makes styles at run time; each answer allows those that carry its own nonce, and no others.
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(readFileSync(index, 'utf8').replace(NONCE, nonce))
  }
}
