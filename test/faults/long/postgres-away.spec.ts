import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { percentile, report } from '../../support/figures.js'
import { expectNoGap } from '../../support/history.js'
import { OwnPostgres } from '../../support/own-postgres.js'
import { Station } from '../../support/station.js'

const AWAY_SECONDS = Number(process.env['FAULTS_SECONDS'] ?? 60)
/** What all desks of a large house ask in a minute of despair. */
const HANDS = 8
const BETWEEN_MS = 25
const SWEPT_MIB = 10

/** Megabytes of memory that a process holds. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) / 1024
}

describe(`a database that is away for ${AWAY_SECONDS} seconds under load`, () => {
  let postgres: OwnPostgres
  let station: Station
  beforeAll(async () => {
    postgres = await OwnPostgres.start()
    station = await Station.open({ database: postgres })
  })
  afterAll(() => station?.close())

  it('is told to everybody at once and in time, holds up nothing, and leaves no heap behind', async () => {
    const [instance] = station.instances
    const secretary = await station.as('thuky1')
    const moderator = await station.as('duyet1')
    const shown = await moderator.approved('Câu đang trên màn hình')
    const panel = await station.panel()
    const desk = await station.joined(moderator)
    const connections = [panel.socket.id, desk.socket.id]

    await postgres.crash()
    const begun = performance.now()
    const away = () => performance.now() - begun < AWAY_SECONDS * 1000
    const took: number[] = []
    const memory: number[] = []
    const last: string[] = []
    const hands = Array.from({ length: HANDS }, async (_none, hand) => {
      while (away()) {
        const id = randomUUID()
        const asked = performance.now()
        const slip = { id, verbatim: 'Câu gửi lúc cơ sở dữ liệu không có' }
        const path = `/api/programs/${station.programId}`
        const answer =
          hand % 4 === 0
            ? await secretary.askOnce('GET', path)
            : await secretary.askOnce('POST', `${path}/questions`, slip)
        took.push(performance.now() - asked)
        expect(answer).toMatchObject({ status: 503, body: { error: { code: 'database.unavailable' } } })
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
        if (hand % 4 !== 0) last[hand] = id
        await pause(BETWEEN_MS)
      }
    })
    const watching = (async () => {
      while (away()) {
        memory.push(await memoryOf(instance!.pid))
        await pause(500)
      }
    })()
    // Somebody who comes now is told so and comes again; what stands, stands.
    const again = await desk.ask('live:join', { protocol: 1, programId: station.programId })
    expect(again).toMatchObject({ ok: false, error: { code: 'database.unavailable' } })
    await Promise.all([...hands, watching])

    expect([panel.socket.id, desk.socket.id]).toEqual(connections)
    expect(panel.questions.get(shown.id)).toMatchObject({ state: 'approved' })
    expect(instance!.alive).toBe(true)
    const third = Math.floor(memory.length / 3)
    const [middle, end] = [memory.slice(third, 2 * third), memory.slice(2 * third)]
    report('PostgreSQL away', {
      requests: took.length,
      'refusal p50 ms': percentile(took, 0.5),
      'refusal p99 ms': percentile(took, 0.99),
      'memory in the middle, at most MiB': Math.max(...middle),
      'at the end, at least': Math.min(...end),
    })
    // A queue without a bound would only ever grow; a heap that is swept may lie a little higher.
    expect(Math.min(...end)).toBeLessThan(Math.max(...middle) + SWEPT_MIB)
    expect(percentile(took, 0.99)).toBeLessThan(2000)

    await postgres.recover()
    const id = last.findLast(known => known)!
    await secretary.post(`/api/programs/${station.programId}/questions`, { id, verbatim: 'Câu gửi lại' }, 201)
    await desk.until(() => desk.questions.has(id))
    expect([panel.socket.id, desk.socket.id]).toEqual(connections)
    const entries = await expectNoGap(postgres, station.programId)
    expect(entries.filter(({ type }) => type === 'question.logged')).toHaveLength(2)
  })
})
