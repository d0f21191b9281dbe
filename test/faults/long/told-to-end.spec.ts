import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../support/desk.js'
import { eventually } from '../../support/eventually.js'
import { expectNoGap } from '../../support/history.js'
import { Station } from '../../support/station.js'

describe('a server that is told to end under load', () => {
  let station: Station
  afterEach(() => station.close())

  it('answers the commands that it has in hand, and is gone within ten seconds, with code 0', async () => {
    station = await Station.open()
    const [instance] = station.instances
    const secretary = await station.as('thuky1')
    const panel = await station.panel()
    const answered = new Map<string, Answer>()
    const cut: string[] = []
    let told = Number.POSITIVE_INFINITY
    const hands = Array.from({ length: 8 }, async () => {
      while (cut.length < 50) {
        const id = randomUUID()
        const slip = { id, verbatim: 'Câu gửi lúc máy chủ sắp tắt' }
        try {
          answered.set(id, await secretary.ask('POST', `/api/programs/${station.programId}/questions`, slip))
        } catch {
          cut.push(id)
        }
        if (answered.size >= 60 && told === Number.POSITIVE_INFINITY) {
          told = performance.now()
          instance!.signal('SIGTERM')
        }
      }
    })
    expect(await instance!.ended).toMatchObject({ code: 0, signal: null })
    expect(performance.now() - told).toBeLessThan(10_000)
    expect(instance!.said).not.toMatch(/Error|\bat .*:\d+/)
    await Promise.all(hands)

    // Whatever was committed was acknowledged, and whatever was acknowledged was committed.
    const entries = await expectNoGap(station.database, station.programId)
    const logged = entries.filter(({ type }) => type === 'question.logged').map(entry => entry.commandId)
    const acknowledged = [...answered].filter(([, { status }]) => status === 201).map(([id]) => id)
    expect(acknowledged.sort()).toEqual(logged.sort())
    expect(acknowledged.length).toBeGreaterThanOrEqual(60)
    await panel.until(() => !panel.socket.connected)
    expect(await station.database.query('SELECT * FROM presence')).toEqual([])
  })

  it('answers well what is asked on a connection that was open before', async () => {
    station = await Station.open()
    const [instance] = station.instances
    const { cookie } = await station.as('thuky1')
    const open = connect(Number(instance!.port), '127.0.0.1')
    await once(open, 'connect')
    instance!.signal('SIGTERM')
    await eventually(
      () => expect(fetch(`${instance!.address}/health/live`)).rejects.toThrow('fetch failed'),
      {
        timeout: 5000,
        interval: 10,
      },
    )
    const slip = JSON.stringify({ id: randomUUID(), verbatim: 'Câu gửi trên đường đã mở' })
    const head = [
      `POST /api/programs/${station.programId}/questions HTTP/1.1`,
      `host: 127.0.0.1:${instance!.port}`,
      `cookie: ${cookie}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(slip)}`,
    ]
    open.write(`${head.join('\r\n')}\r\n\r\n${slip}`)
    let answer = ''
    open.on('data', (words: Buffer) => (answer += words.toString()))
    await once(open, 'close')
    expect(answer).toMatch(/^HTTP\/1\.1 201 /)
    expect(answer).toMatch(/^connection: close\r$/im)
    expect(await instance!.ended).toMatchObject({ code: 0, signal: null })
    const entries = await expectNoGap(station.database, station.programId)
    expect(entries.filter(({ type }) => type === 'question.logged')).toHaveLength(1)
  })

  it('does not wait for connections on which nobody asks anything', async () => {
    station = await Station.open()
    const [instance] = station.instances
    // As browsers open them in advance.
    const silent = connect(Number(instance!.port), '127.0.0.1')
    await once(silent, 'connect')
    const told = performance.now()
    instance!.signal('SIGINT')
    expect(await instance!.ended).toMatchObject({ code: 0, signal: null })
    expect(performance.now() - told).toBeLessThan(6000)
    silent.destroy()
  })

  it('waits neither for who sends half a request nor for a screen that reads nothing', async () => {
    station = await Station.open()
    const [instance] = station.instances
    const half = connect(Number(instance!.port), '127.0.0.1')
    half
      .on('error', () => {})
      .write('POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{"user')
    const deaf = connect(Number(instance!.port), '127.0.0.1')
    const upgrade =
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='
    deaf
      .on('error', () => {})
      .write(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n${upgrade}\r\n\r\n`,
      )
    await once(deaf, 'readable')
    const told = performance.now()
    instance!.signal('SIGTERM')
    expect(await instance!.ended).toMatchObject({ code: 0, signal: null })
    expect(performance.now() - told).toBeLessThan(10_000)
    for (const client of [half, deaf]) client.destroy()
  })
})
