import { randomUUID } from 'node:crypto'
import { request as plainRequest } from 'node:http'
import { connect as http2Connect } from 'node:http2'
import { connect as tlsConnect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../../protocol/question.js'
import type { Desk } from '../../support/desk.js'
import { expectNoGap } from '../../support/history.js'
import type { LiveClient } from '../../support/live-client.js'
import { Nginx } from '../../support/nginx.js'
import { Station } from '../../support/station.js'

/** For how long the screens of an instance that dies may be wrong. */
const RIGHT_AGAIN_MS = 3000
const SOON_MS = 2000
const WRONG = 'sai mật khẩu'

type Receipt = { screenId: string; connected: boolean; painted: unknown[] }

const latest = (client: LiveClient, event: string) =>
  client.heard.filter(heard => heard.event === event).at(-1)?.payload

/** Two servers, and before them nginx as it stands in deploy/: TLS, and nobody comes back to the same one on purpose. */
describe('two servers behind nginx', () => {
  let station: Station
  let nginx: Nginx
  let moderator: Desk
  let secretary: Desk
  /** Commands that nginx left without any answer. */
  let sentAgain = 0
  beforeAll(async () => {
    // Its certificate is known to nobody.
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    station = await Station.open({ instances: 2, settings: { TRUST_PROXY: '127.0.0.1' } })
    nginx = await Nginx.before(station.instances.map(({ address }) => address))
    moderator = await station.as('duyet1', nginx.address)
    secretary = await station.as('thuky1', nginx.address)
  })
  afterAll(async () => {
    await nginx?.stop()
    await station?.close()
  })

  async function waiting(count: number): Promise<StaffQuestion[]> {
    const logged: StaffQuestion[] = []
    while (logged.length < count) logged.push(await secretary.log(`Câu ${logged.length + 1}`))
    return logged
  }

  const panels = (count: number) =>
    Promise.all(Array.from({ length: count }, () => station.panel(nginx.address)))

  /** Approves all of them, four at a time, and answers with every status; `during` is called once on the way. */
  async function approveAll(questions: StaffQuestion[], during = () => {}): Promise<number[]> {
    const statuses: number[] = []
    const left = [...questions]
    const hand = async () => {
      for (let question = left.shift(); question; question = left.shift()) {
        const command = { id: randomUUID(), move: 'approve', version: question.version }
        const approve = () => moderator.ask('POST', `/api/questions/${question!.id}/moves`, command)
        // As browsers do with what went into a kept connection while it was being closed.
        const { status } = await approve().catch(() => approve().finally(() => sentAgain++))
        statuses.push(status)
        if (statuses.length === Math.floor(questions.length / 3)) during()
      }
    }
    await Promise.all([hand(), hand(), hand(), hand()])
    return statuses
  }

  const isRight = (screen: LiveClient, questions: StaffQuestion[]) =>
    questions.every(({ id }) => screen.questions.get(id)?.state === 'approved')

  it('are asked over TLS 1.2 or later, pages by HTTP/2, with HSTS; plain http is sent there', async () => {
    const session = http2Connect(nginx.address)
    const page = session.request({ ':path': '/' })
    const headers = await new Promise<Record<string, unknown>>(resolve => page.once('response', resolve))
    expect(headers).toMatchObject({ ':status': 200, 'content-type': 'text/html; charset=utf-8' })
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    session.destroy()

    const versions = { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const
    const old = tlsConnect({ host: '127.0.0.1', port: nginx.port, ...versions })
    const refused = new Promise(resolve => old.once('error', resolve).once('secureConnect', resolve))
    expect(await refused).toMatchObject({ code: expect.stringMatching(/PROTOCOL_VERSION/) })

    const plain = await fetch(`http://127.0.0.1:${nginx.plainPort}/screen`, { redirect: 'manual' })
    expect(plain.status).toBe(301)
    expect(plain.headers.get('location')).toBe('https://127.0.0.1/screen')
    const direct = await fetch(`${station.instances[0]!.address}/`)
    expect(direct.headers.has('strict-transport-security')).toBe(false)
  })

  it('give out Secure cookies, since nginx says that it was asked over TLS, and none to who merely claims so', async () => {
    const login = { username: 'thuky2', password: 'doithoai-demo' }
    const { headers } = await moderator.ask('POST', '/api/session', login, { cookie: '' })
    expect(headers.get('set-cookie')).toMatch(/; Secure/)
    const claimed = await signInFromElsewhere(station.instances[0]!.port, login, {
      'x-forwarded-proto': 'https',
    })
    expect(claimed.status).toBe(200)
    expect(claimed.cookie).not.toMatch(/Secure/)
  })

  it('know their own pages by the host that was asked for, and refuse all others', async () => {
    const from = (headers: Record<string, string>) =>
      moderator.ask('GET', '/api/programs', undefined, headers).then(({ status }) => status)
    expect(await from({ origin: nginx.address })).toBe(200)
    expect(await from({ origin: 'https://evil.example' })).toBe(403)
    expect(await from({ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' })).toBe(403)
  })

  it('show neither measurements nor what was searched for', async () => {
    for (const path of ['/metrics', '/metrics/', '//metrics', '/%6detrics'])
      expect({ path, status: (await fetch(nginx.address + path)).status }).toEqual({ path, status: 404 })
    await moderator.get('/api/questions?text=zqxnguyen')
    await expect.poll(() => nginx.noted()).toContain('GET /api/questions 200')
    expect(nginx.noted()).not.toContain('zqx')
  })

  it('count guesses by the address that nginx saw, whatever is claimed, and together', async () => {
    const statuses: number[] = []
    for (let at = 1; at <= 6; at++) {
      const claimed = { 'x-forwarded-for': `10.9.8.${at}`, forwarded: `for=10.9.8.${at}` }
      const guess = { username: 'quantri', password: WRONG }
      statuses.push((await moderator.ask('POST', '/api/session', guess, claimed)).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    const wrong = { username: 'daodien', password: WRONG }
    const { port } = station.instances[0]!
    const spoofed = await signInFromElsewhere(port, wrong, { 'x-forwarded-for': '10.9.8.7' })
    expect(spoofed.status).toBe(401)
    const rows = await station.database.query<{ address: string }>(
      'SELECT DISTINCT address FROM sign_in_failure ORDER BY address',
    )
    expect(rows.map(({ address }) => address)).toEqual(['127.0.0.1', '127.0.0.2'])
  })

  it('lose one of them by kill -9: approvals go on unrefused, its screens are right at the other in 3 s', async () => {
    const [before, after] = [await waiting(90), await waiting(1)]
    const screens = await panels(12)
    const desk = await station.joined(moderator)
    expect(await station.database.query('SELECT DISTINCT "instanceId" FROM presence')).toHaveLength(2)
    const cut = new Set<LiveClient>()
    for (const screen of screens) screen.socket.once('disconnect', () => cut.add(screen))

    let killed = 0
    const statuses = await approveAll(before, () => {
      killed = performance.now()
      station.instances[0]!.signal('SIGKILL')
    })
    expect(statuses.filter(status => status !== 200)).toEqual([])
    expect(sentAgain).toBe(0)
    expect(await approveAll(after)).toEqual([200])
    await Promise.all(screens.map(screen => screen.until(() => isRight(screen, [...before, ...after]))))
    const took = performance.now() - killed
    expect(cut.size).toBeGreaterThan(0)
    expect(cut.size).toBeLessThan(screens.length)
    expect(took).toBeLessThan(RIGHT_AGAIN_MS)
    await expectNoGap(station.database, station.programId)
    console.log(`kill -9: ${cut.size} of 12 screens moved, all right ${Math.round(took)} ms after it`)

    // What must be known across them is: who holds a screen, what is on its glass, who is there.
    const [screen] = [...cut] as [LiveClient]
    const { screenId } = screen.me
    const [{ id, version }] = after as [StaffQuestion]
    const painted = [{ questionId: id, version: version + 1, place: 'list' }]
    expect(await screen.ask('screen:painted', { painted, revision: screen.revision })).toEqual({ ok: true })
    await desk.until(() => {
      const receipts: Receipt[] | undefined = latest(desk, 'live:receipts')?.screens
      return receipts?.some(one => one.screenId === screenId && one.connected && one.painted.length === 1)
    })
    await station.restart(0)
  })

  it('are told to end one after the other, as in an upgrade, and no approval fails', async () => {
    for (const at of [0, 1]) {
      const questions = await waiting(60)
      const { ended } = station.instances[at]!
      const statuses = await approveAll(questions, () => station.instances[at]!.signal('SIGTERM'))
      expect(statuses.filter(status => status !== 200)).toEqual([])
      expect(await ended).toMatchObject({ code: 0, signal: null })
      await station.restart(at)
    }
    expect(sentAgain).toBe(0)
    await expectNoGap(station.database, station.programId)
  })

  it('are not disturbed when nginx takes up its configuration anew: no socket falls, no command fails', async () => {
    const questions = await waiting(60)
    const screens = await panels(6)
    let fallen = 0
    for (const screen of screens) screen.socket.on('disconnect', () => fallen++)
    const old = nginx.workers()
    const statuses = await approveAll(questions, () => nginx.reload())
    expect(statuses.filter(status => status !== 200)).toEqual([])
    await expect.poll(() => nginx.workers().some(worker => !old.includes(worker))).toBe(true)
    await Promise.all(screens.map(screen => screen.until(() => isRight(screen, questions))))
    expect(fallen).toBe(0)
  })

  it('end a session at both, and wipe a rehearsal from every desk', async () => {
    const leaving = await station.as('thuky2', nginx.address)
    const sockets = await Promise.all(Array.from({ length: 6 }, () => leaving.socket()))
    await leaving.delete('/api/session', undefined, 204)
    for (const { socket } of sockets)
      await expect.poll(() => socket.connected, { timeout: SOON_MS }).toBe(false)

    const admin = await station.as('quantri', station.instances[1]!.address)
    const producer = await station.as('daodien', nginx.address)
    const programId = randomUUID()
    await admin.post('/api/programs', { id: programId, title: 'Chạy thử', copyOf: station.programId }, 201)
    await producer.post(`/api/programs/${programId}/rehearsal`, { id: randomUUID(), on: true })
    await producer.phase(programId, 'open')
    const desks = await Promise.all(Array.from({ length: 6 }, () => moderator.join(programId)))
    const logged = await secretary.log('Câu chạy thử', {}, programId)
    for (const desk of desks) await desk.until(() => desk.questions.has(logged.id), SOON_MS)
    await producer.delete(`/api/programs/${programId}/rehearsal`, { id: randomUUID() })
    for (const desk of desks)
      await desk.until(() => desk.questions.size === 0 && desk.program.run === 2, SOON_MS)
    moderator.leave()
  })

  it('refuse in the words of the API what nginx keeps from them', async () => {
    const large = await moderator.ask('POST', '/api/programs', 'x'.repeat(300 * 1024))
    expect(large).toMatchObject({ status: 413, body: { error: { code: 'request.too_large' } } })
    const ask = () => fetch(`${nginx.address}/api/screens`, { method: 'POST' })
    const refused = (await Promise.all(Array.from({ length: 100 }, ask))).filter(
      ({ status }) => status === 429,
    )
    expect(refused.length).toBeGreaterThan(20)
    expect(refused[0]!.headers.get('retry-after')).toBeTruthy()
    expect(await refused[0]!.json()).toMatchObject({ error: { code: 'access.too_many' } })
  })
})

/** Signs in at a server's own port, from an address that is no trusted proxy's. */
function signInFromElsewhere(port: string, login: object, headers: Record<string, string>) {
  return new Promise<{ status: number; cookie: string }>((resolve, reject) => {
    const asked = plainRequest(
      {
        host: '127.0.0.1',
        port,
        localAddress: '127.0.0.2',
        method: 'POST',
        path: '/api/session',
        headers: { 'content-type': 'application/json', ...headers },
      },
      response => {
        const cookie = response.headers['set-cookie']?.[0] ?? ''
        response.resume().once('end', () => resolve({ status: response.statusCode!, cookie }))
      },
    )
    asked.once('error', reject)
    asked.end(JSON.stringify(login))
  })
}
