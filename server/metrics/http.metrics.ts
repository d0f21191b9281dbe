import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { Histogram } from 'prom-client'
import type { FastifyReply } from 'fastify'
import { Metrics, type Tally } from './metrics.js'

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const API = /^\/(api|health|metrics)(\/|$)/

/** Counts and times every answer by the pattern of its route. The pages' files are one route. */
export function measureRequests(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics)
  const fastify = app.getHttpAdapter().getInstance()
  const answers = metrics.family(
    'doithoai_http_requests_total',
    'Answered HTTP requests, by method, route pattern and class of status.',
    ['method', 'route', 'status'],
  )
  const durations = metrics.durations(
    'doithoai_http_request_duration_seconds',
    'From the arrival of a request until its answer was handed to the network, by method and route pattern.',
    BUCKETS,
    ['method', 'route'],
  )
  const figuresOf = (method: string, route: string) => {
    const took = durations.labels(method, route)
    return new RouteFigures(status => answers.labels(method, route, status), took)
  }
  fastify.addHook('onRoute', route => {
    const figures = figuresOf(String(route.method), API.test(route.url) ? route.url : 'pages')
    const others = [route.onResponse ?? []].flat()
    route.onResponse = [
      ...others,
      (_request, reply, done) => {
        figures.answered(reply)
        done()
      },
    ]
  })
  const nowhere = figuresOf('any', 'none')
  fastify.addHook('onResponse', (request, reply, done) => {
    if (request.is404) nowhere.answered(reply)
    done()
  })
}

/** One route's counters, found when they are first needed and kept. */
class RouteFigures {
  private readonly byClass: Tally[] = []

  constructor(
    private readonly tallyOf: (status: string) => Tally,
    private readonly took: Pick<Histogram.Internal<string>, 'observe'>,
  ) {}

  answered(reply: FastifyReply): void {
    const hundreds = Math.trunc(reply.statusCode / 100)
    const tally = (this.byClass[hundreds] ??= this.tallyOf(`${hundreds}xx`))
    tally.inc()
    this.took.observe(reply.elapsedTime / 1000)
  }
}
