import { Controller, Get, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { Public } from '../access/allow.js'
import { Readiness, type Standing } from './readiness.js'

/** Seconds after which it is worth asking again. */
const AGAIN = 1

/** For whoever watches over the process, from outside. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers. */
  @Get('live')
  @Public()
  live() {
    return { live: true }
  }

  /** It can do its work: 200, or 503 with the part that cannot. A process that was told to end says so first. */
  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Standing> {
    const standing = await this.readiness.standing()
    if (!standing.ready) void reply.status(503).header('retry-after', String(AGAIN))
    return standing
  }
}
