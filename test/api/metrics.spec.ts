import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carriesToken, isFromThisMachine } from '../../server/metrics/metrics-reader.js'
import type { Desk } from '../support/desk.js'
import { Figures } from '../support/told-figures.js'
import { House } from '../support/house.js'

const TOKEN = 'mot-chuoi-chi-prometheus-biet'
const FORWARDED: Record<string, string>[] = [
  { 'x-forwarded-for': '127.0.0.1' },
  { 'x-forwarded-for': '203.0.113.9' },
  { 'x-forwarded-for': '' },
  { 'x-forwarded-host': 'doithoai.example' },
  { 'x-forwarded-proto': 'https' },
  { forwarded: 'for=127.0.0.1' },
  { 'x-real-ip': '127.0.0.1' },
  { via: '1.1 proxy' },
]

describe('who may read the figures', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['192.168.1.20', false],
    ['::ffff:10.0.0.1', false],
    ['fe80::1', false],
    [undefined, false],
  ])('from %s: this machine is %s', (peer, expected) => {
    expect(isFromThisMachine({ peer, headers: { host: '127.0.0.1:3000' } })).toBe(expected)
  })

  it.each([
    [`Bearer ${TOKEN}`, true],
    [`bearer  ${TOKEN} `, true],
    [TOKEN, false],
    [`Bearer ${TOKEN}x`, false],
    [`Bearer ${TOKEN.slice(0, -1)}`, false],
    [`Basic ${TOKEN}`, false],
    ['Bearer ', false],
    [undefined, false],
  ])('with the authorization %s: %s', (authorization, expected) => {
    expect(carriesToken({ peer: undefined, headers: { authorization } }, TOKEN)).toBe(expected)
  })
})

describe.each([
  ['without a token', {}, 403, 'access.not_allowed'],
  ['without a token, behind a proxy on this machine', { trustProxy: '127.0.0.1' }, 403, 'access.not_allowed'],
  ['with a token', { metricsToken: TOKEN }, 401, 'access.signed_out'],
  ['with a token, behind trusted proxies', { metricsToken: TOKEN, trustProxy: 2 }, 401, 'access.signed_out'],
] as const)('/metrics %s', (_, settings, status, code) => {
  let house: House
  let stranger: Desk
  beforeAll(async () => {
    house = await House.open({ settings })
    stranger = house.stranger()
  })
  afterAll(() => house.close())

  it('is read from this machine, in Prometheus’ own format, and kept by nobody', async () => {
    const answer = await stranger.ask('GET', '/metrics')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.body).toMatch(/^# HELP process_cpu_user_seconds_total /m)
  })

  it.each(FORWARDED)('is refused to whoever a proxy on this machine asks for: %o', async headers => {
    const answer = await stranger.ask('GET', '/metrics', undefined, headers)
    expect(answer).toMatchObject({ status, body: { error: { code }, requestId: expect.any(String) } })
    expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId)
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null)
    expect(JSON.stringify(answer.body)).not.toContain('process_')
  })

  it('is read from elsewhere with the token, and with no other', async () => {
    const asked = async (authorization: string) =>
      (await stranger.ask('GET', '/metrics', undefined, { 'x-forwarded-for': '203.0.113.9', authorization }))
        .status
    expect(await asked(`Bearer ${TOKEN}`)).toBe(status === 401 ? 200 : status)
    expect(await asked(`Bearer ${TOKEN}x`)).toBe(status)
    expect(await asked('Bearer undefined')).toBe(status)
  })
})

describe('the figures of HTTP', () => {
  let house: House
  let desk: Desk
  beforeAll(async () => {
    house = await House.open()
    desk = await house.as('duyet1')
  })
  afterAll(() => house.close())

  it('name routes by their pattern, and no address, id or word of anybody', async () => {
    const mark = 'dauhieucuacauhoi'
    const question = await desk.log(`Câu ${mark}`)
    await desk.ask('GET', `/api/${mark}/%zz`)
    await desk.ask('GET', `/${mark}`)
    await desk.ask('POST', `/api/${mark}`, {})
    await desk.ask('GET', `/api/programs/${house.programId}/questions?text=${mark}`)
    await desk.ask('HEAD', '/health/live')
    await house.stranger().signIn(`ten-${mark}`, 'mật khẩu sai')
    const before = await Figures.read(desk)
    await desk.move(question, 'approve')
    await desk.move(question, 'approve', {}, 409)
    const after = await Figures.read(desk)
    const moves = 'method="POST",route="/api/questions/:questionId/moves"'
    const rise = (name: string) => after.of(name) - before.of(name)
    expect(rise(`doithoai_http_requests_total{${moves},status="2xx"}`)).toBe(1)
    expect(rise(`doithoai_http_requests_total{${moves},status="4xx"}`)).toBe(1)
    expect(rise(`doithoai_http_request_duration_seconds_count{${moves}}`)).toBe(2)
    expect(rise(`doithoai_http_request_duration_seconds_sum{${moves}}`)).toBeGreaterThan(0)
    expect(rise('doithoai_refusals_total{channel="http",code="question.stale"}')).toBe(1)
    expect(rise('doithoai_command_duration_seconds_count{command="question.approved"}')).toBe(1)
    expect(before.of('doithoai_http_requests_total{method="HEAD",route="/health/live",status="2xx"}')).toBe(1)
    expect(before.of('doithoai_http_requests_total{method="GET",route="/health/live",status="2xx"}')).toBe(0)
    expect(before.of('doithoai_http_requests_total{method="any",route="none",status="4xx"}')).toBe(1)
    expect(before.of('doithoai_refusals_total{channel="http",code="access.wrong_login"}')).toBe(1)
    expect(before.of('doithoai_sign_ins_refused_total{reason="wrong"}')).toBe(1)
    expect(before.of('doithoai_database_connections{state="open"}')).toBeGreaterThan(0)
    expect(before.of('doithoai_ready')).toBe(1)
    expect(before.of('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
    for (const told of [mark, house.programId, question.id, 'duyet1', 'Câu '])
      expect(after.text).not.toContain(told)
  })

  it('are explained, each by its name, and the alerts ask for none that is not there', async () => {
    const { families } = await Figures.read(desk)
    const told = (path: string) => [
      ...new Set(
        [...readFileSync(path, 'utf8').matchAll(/doithoai_\w+/g)].map(([name]) =>
          name.replace(/_(bucket|sum|count)$/, ''),
        ),
      ),
    ]
    expect(told('docs/metrics.md').toSorted()).toEqual(families.toSorted())
    expect(told('deploy/prometheus/alerts.yml').filter(name => !families.includes(name))).toEqual([])
    expect(told('deploy/prometheus/alerts.yml').length).toBeGreaterThan(4)
  })

  it('are refused to another machine of the network', async () => {
    const fastify = house.app.getHttpAdapter().getInstance()
    const asked = async (remoteAddress: string) =>
      (await fastify.inject({ method: 'GET', url: '/metrics', remoteAddress })).statusCode
    expect(await asked('192.0.2.7')).toBe(403)
    expect(await asked('127.0.0.1')).toBe(200)
  })
})
