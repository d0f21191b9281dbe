import { Global, Module } from '@nestjs/common'
import { Metrics } from './metrics.js'
import { MetricsController } from './metrics.controller.js'
import { PoolMetrics } from './pool.metrics.js'

/** Figures for whoever watches over the house; each room counts what is its own. */
@Global()
@Module({ controllers: [MetricsController], providers: [Metrics, PoolMetrics], exports: [Metrics] })
export class MetricsModule {}
