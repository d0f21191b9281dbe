import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { whenAnswered } from '../../../client/src/live/knocking.js'
import type { StaffQuestion } from '../../../protocol/question.js'
import type { Answer, Desk } from '../../support/desk.js'
import { eventually } from '../../support/eventually.js'
import { report } from '../../support/figures.js'
import { expectNoGap } from '../../support/history.js'
import { Station } from '../../support/station.js'

/** How long an instance that is told to end may take to answer what it has in hand. */
const DRAIN_MS = 5000

/** One person at two instances: where one does not answer, the other is asked, with the same command. */
async function atEither(desks: readonly Desk[], first: number, path: string, command: object) {
  const answers: Answer[] = []
  for (let turn = first; answers.length === 0; turn++) {
    if (turn > first + 20) throw new Error('nobody answers')
    const answer = await desks[turn % desks.length]!.ask('POST', path, command).catch(() => undefined)
    if (answer) answers.push(answer)
  }
  return answers[0]!
}

describe('two instances that are changed for new ones, one after the other, in the middle of a show', () => {
  let station: Station
  beforeAll(async () => {
    station = await Station.open({ instances: 2 })
  })
  afterAll(() => station.close())

  it('fail nobody: every command is answered well, once carried out, and every screen sees all of them', async () => {
    const desks = [await station.as('duyet1', 0), await station.as('duyet1', 1)]
    const panels = [await station.panel(0), await station.panel(1)]
    const statuses = new Map<number, number>()
    const approved: string[] = []
    const working = { on: true }
    const count = ({ status }: Answer) => statuses.set(status, (statuses.get(status) ?? 0) + 1)

    const hands = Array.from({ length: 8 }, async (_none, hand) => {
      while (working.on) {
        const slip = { id: randomUUID(), verbatim: 'Câu trong lúc thay máy chủ' }
        const logged = await atEither(desks, hand, `/api/programs/${station.programId}/questions`, slip)
        count(logged)
        const question = logged.body.question as StaffQuestion
        const command = { id: randomUUID(), move: 'approve', version: question.version }
        count(await atEither(desks, hand, `/api/questions/${question.id}/moves`, command))
        approved.push(question.id)
      }
    })
    const drains: number[] = []
    try {
      for (const instance of [0, 1]) {
        const before = approved.length
        await panels[instance]!.until(() => approved.length >= before + 40, 20_000)
        const told = performance.now()
        station.instances[instance]!.signal('SIGTERM')
        expect(await station.instances[instance]!.ended).toMatchObject({ code: 0, signal: null })
        drains.push(performance.now() - told)
        expect(station.instances[instance]!.said).not.toMatch(/Error|\bat .*:\d+/)
        await station.restart(instance)
        await panels[instance]!.until(() => panels[instance]!.socket.connected)
      }
    } finally {
      working.on = false
    }
    await Promise.all(hands)

    expect([...statuses.keys()].filter(status => status !== 200 && status !== 201)).toEqual([])
    for (const drain of drains) expect(drain).toBeLessThan(DRAIN_MS)
    const entries = await expectNoGap(station.database, station.programId)
    const stood = entries.filter(({ type }) => type === 'question.approved').map(({ targetId }) => targetId)
    expect(stood.sort()).toEqual(approved.sort())
    for (const panel of panels) {
      await panel.until(() => panel.revision === entries.length)
      // Whoever was away for long was given a snapshot in between; nobody went back.
      const reached = panel.applied.map(({ revision }) => revision)
      expect(reached).toEqual([...new Set(reached)].sort((one, other) => one - other))
      expect([...panel.questions.keys()].sort()).toEqual(approved)
    }
    report('rolling change', {
      approved: approved.length,
      'first drained in ms': drains[0]!,
      'second in ms': drains[1]!,
    })
  })

  it('have their screens back by chance and not in one instant', async () => {
    const { address } = station.instances[0]!
    await station.instances[0]!.kill()
    const { fetch: ask } = globalThis
    vi.stubGlobal('fetch', (path: string, how: RequestInit) => ask(address + path, how))
    const back: number[] = []
    const knocking = Array.from({ length: 200 }, () => whenAnswered(() => back.push(performance.now()), true))
    try {
      await station.restart()
      await eventually(() => expect(back).toHaveLength(200), { timeout: 10_000 })
    } finally {
      for (const stop of knocking) stop()
      vi.unstubAllGlobals()
    }
    const times = back.map(time => time - back[0]!)
    // In any fiftieth of a second the busiest one has less than half of them.
    const busiest = Math.max(
      ...times.map(from => times.filter(time => time >= from && time < from + 20).length),
    )
    report('two hundred screens come back', {
      'within ms': times.at(-1)!,
      'at most in 20 ms': busiest,
    })
    expect(busiest).toBeLessThan(100)
  })
})
