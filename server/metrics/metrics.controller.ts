import { Controller, Get, Inject, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Public } from '../access/allow.js'
import { DomainError } from '../errors/domain-error.js'
import { SETTINGS } from '../settings/settings.token.js'
import type { Settings } from '../settings/settings.js'
import { Metrics } from './metrics.js'
import { carriesToken, isFromThisMachine } from './metrics-reader.js'

/** What Prometheus reads. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** For this machine, and for whoever carries METRICS_TOKEN: else 401, or 403 where no token would do. */
  @Get()
  @Public()
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    this.mustBeReader(request, reply)
    void reply.type(this.metrics.registry.contentType)
    return this.metrics.registry.metrics()
  }

  private mustBeReader(request: FastifyRequest, reply: FastifyReply): void {
    const asking = { peer: request.raw.socket.remoteAddress, headers: request.headers }
    const { metricsToken } = this.settings
    if (isFromThisMachine(asking)) return
    if (metricsToken === undefined) throw new DomainError('access.not_allowed')
    if (carriesToken(asking, metricsToken)) return
    void reply.header('www-authenticate', 'Bearer')
    throw new DomainError('access.signed_out')
  }
}
