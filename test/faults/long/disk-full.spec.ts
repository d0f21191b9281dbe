import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { report } from '../../support/figures.js'
import { expectNoGap, headOf } from '../../support/history.js'
import { OwnPostgres } from '../../support/own-postgres.js'
import { SmallDisk } from '../../support/small-disk.js'
import { Station } from '../../support/station.js'

const MEGABYTES = 200
/** A slip as long as one may be, so that the tables grow. */
const LONG = 'Đường vào xóm ngập đã ba tháng, xin hỏi bao giờ sửa? '.repeat(90)
const AT_MOST = 3000

describe('a database whose disk is full', () => {
  let disk: SmallDisk
  let postgres: OwnPostgres
  let station: Station
  beforeAll(async () => {
    disk = await SmallDisk.mount(MEGABYTES)
    postgres = await OwnPostgres.start(await disk.folder('data'))
    station = await Station.open({ database: postgres })
  })
  afterAll(async () => {
    await station?.close()
    await disk?.unmount()
  })

  it('refuses what it cannot keep, keeps nothing by halves, shows on, and goes on when there is room', async () => {
    const [instance] = station.instances
    const secretary = await station.as('thuky1')
    const moderator = await station.as('duyet1')
    const shown = await moderator.approved('Câu đang trên màn hình')
    const waiting = await moderator.log('Câu chờ duyệt lúc hết chỗ')
    const panel = await station.panel()
    const desk = await station.joined(moderator)
    const connections = [panel.socket.id, desk.socket.id]

    await disk.fill()
    const kept: string[] = []
    let refused: { id: string; body: any; headers: Headers } | undefined
    while (!refused && kept.length < AT_MOST) {
      const slip = { id: randomUUID(), verbatim: LONG }
      const answer = await secretary.askOnce('POST', `/api/programs/${station.programId}/questions`, slip)
      if (answer.status === 201) kept.push(slip.id)
      else refused = { id: slip.id, ...answer }
    }
    expect(refused).toMatchObject({
      status: 503,
      body: { error: { code: 'database.unavailable', message: expect.stringMatching(/^Cơ sở dữ liệu/) } },
    })
    expect(Number(refused!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(JSON.stringify(refused!.body)).not.toMatch(/base\/|space|extend|53100|INSERT/i)
    report('disk full', { 'logged before it was refused': kept.length })

    // Reading goes on, screens and desks stay, and the process lives.
    const { questions } = await secretary.get(`/api/programs/${station.programId}/questions?limit=5`)
    expect(questions).toHaveLength(5)
    expect(await moderator.ask('GET', '/health/live')).toMatchObject({ status: 200 })
    expect((await station.panel()).questions.get(shown.id)).toMatchObject({ state: 'approved' })
    await desk.until(() => desk.questions.size === kept.length + 2)
    await expectWhole(kept)

    await disk.free()
    const command = { id: randomUUID(), move: 'approve', version: waiting.version }
    const approved = await moderator.ask('POST', `/api/questions/${waiting.id}/moves`, command)
    expect(approved).toMatchObject({ status: 200, body: { question: { state: 'approved' } } })
    const again = { id: refused!.id, verbatim: LONG }
    await secretary.post(`/api/programs/${station.programId}/questions`, again, 201)
    await panel.until(() => panel.questions.has(waiting.id))
    const head = await headOf(postgres, station.programId)
    await desk.until(() => desk.revision === head)
    expect([panel.socket.id, desk.socket.id]).toEqual(connections)
    expect(instance!.alive).toBe(true)
    await expectWhole([...kept, refused!.id])
  })

  /** Each slip that was acknowledged has its row and its entry, and there are no others. */
  async function expectWhole(kept: string[]): Promise<void> {
    const entries = await expectNoGap(postgres, station.programId)
    const logged = entries.filter(({ type }) => type === 'question.logged').map(({ targetId }) => targetId)
    const rows = await postgres.query<{ id: string }>('SELECT id FROM question')
    expect(rows.map(({ id }) => id).sort()).toEqual(logged.toSorted())
    expect(logged).toEqual(expect.arrayContaining(kept))
    expect(logged).toHaveLength(kept.length + 2)
  }
})
