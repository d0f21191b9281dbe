import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import { Controller, Get, Req, Res } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Public } from '../access/allow.js'
import { DomainError } from '../errors/domain-error.js'

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

/** Every address that is neither the API's nor a file is the client's own to route. */
@Controller()
export class PagesController {
  @Get(['/', '*'])
  @Public()
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const path = request.url.split('?')[0] ?? ''
    if (NOT_PAGES.test(path) || !existsSync(join(PAGES, 'index.html')))
      throw new DomainError('request.not_found')
    return (reply as FastifyReply & { sendFile(name: string): FastifyReply }).sendFile('index.html')
  }
}
