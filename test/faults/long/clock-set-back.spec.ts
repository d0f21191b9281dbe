import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../../protocol/question.js'
import type { Desk } from '../../support/desk.js'
import { expectInOrder, expectNoGap, runningOrder } from '../../support/history.js'
import type { LiveClient } from '../../support/live-client.js'
import { Station } from '../../support/station.js'

const MINUTE = 60_000
const PLACES = [process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu', ''].map(platform =>
  join('/usr/lib', platform, 'faketime', 'libfaketimeMT.so.1'),
)

/** Debian's library that lies to one process about the time, and to nobody else. */
function falseTime(): string {
  const library = PLACES.find(place => existsSync(place))
  if (!library) throw new Error('libfaketime is missing. On Debian: apt install libfaketime')
  return library
}

/** The server's clock as the latest pulse told it, against ours. Minutes. */
const toldAhead = ({ heard }: LiveClient): number => {
  const pulse = heard.findLast(({ event }) => event === 'live:pulse')
  return Math.round((Date.parse(pulse!.payload.now) - Date.now()) / MINUTE)
}

describe('a server whose clock is set back five minutes in the middle of a show', () => {
  let folder: string
  let station: Station
  let moderator: Desk
  let secretary: Desk
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doithoai-clock-'))
    await setClock('+0')
    const settings = {
      LD_PRELOAD: falseTime(),
      FAKETIME_TIMESTAMP_FILE: join(folder, 'time'),
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    }
    station = await Station.open({ settings })
    moderator = await station.as('duyet1')
    secretary = await station.as('thuky1')
  })
  afterAll(async () => {
    await station?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const setClock = (offset: string) => writeFile(join(folder, 'time'), `${offset}\n`)

  const agesOfSessions = () =>
    station.database.query('SELECT id, "createdAt", "usedAt" FROM session ORDER BY id')

  it('keeps order, screens, sessions and what is on air, and lets nobody stay longer', async () => {
    const panel = await station.panel()
    const desk = await station.joined(moderator)
    const start = panel.revision
    const sockets = [panel.socket.id, desk.socket.id]
    const before: StaffQuestion[] = []
    for (const text of ['Câu một', 'Câu hai', 'Câu ba']) before.push(await moderator.approved(text))
    await moderator.take(before[0]!, null)
    await panel.until(() => panel.questions.get(before[0]!.id)?.state === 'on_air')
    const leaver = await station.as('thuky2')
    await leaver.delete('/api/session', undefined, 204)
    const sessions = await agesOfSessions()
    expect(toldAhead(panel)).toBeCloseTo(0)

    await setClock(`-${5 * 60}`)
    await panel.until(() => toldAhead(panel) === -5)

    const after: StaffQuestion[] = []
    for (const text of ['Câu bốn', 'Câu năm']) after.push(await moderator.approved(text))
    expect(after.map(({ number }) => number)).toEqual([4, 5])
    await moderator.take(before[1]!, before[0]!.id)
    const ids = [before[2]!, ...after].map(({ id }) => id)
    await panel.until(() => panel.questions.has(ids[2]!) && panel.of('on_air')[0]?.id === before[1]!.id)
    expect(await runningOrder(station.database, station.programId)).toEqual(ids)
    const shown = panel.of('approved').toSorted((one, other) => (one.order < other.order ? -1 : 1))
    expect(shown.map(({ id }) => id)).toEqual(ids)
    const entries = await expectNoGap(station.database, station.programId)
    await panel.until(() => panel.revision === entries.length)
    expectInOrder(panel, start, entries.length)
    const { history } = await moderator.get(`/api/questions/${before[1]!.id}/history`)
    expect(history.map(({ type }: { type: string }) => type)).toEqual([
      'question.logged',
      'question.approved',
      'question.taken',
    ])

    expect([panel.socket.id, desk.socket.id]).toEqual(sockets)
    for (const person of [moderator, secretary])
      expect(await person.ask('GET', '/api/session')).toMatchObject({ status: 200 })
    expect(await leaver.ask('GET', '/api/session')).toMatchObject({ status: 401 })
    // Nobody's day begins anew, and nobody counts as gone for longer or shorter than before.
    expect(await agesOfSessions()).toEqual(sessions)
  })
})
