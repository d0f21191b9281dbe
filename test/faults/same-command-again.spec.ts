import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../support/desk.js'
import { expectNoGap } from '../support/history.js'
import { Station } from '../support/station.js'

const TIMES = 8

describe('one command that is sent again and again', () => {
  let station: Station
  let secretaries: Desk[]
  beforeAll(async () => {
    station = await Station.open({ instances: 2 })
    secretaries = [await station.as('thuky1', 0), await station.as('thuky1', 1)]
  })
  afterAll(() => station.close())

  const log = (desk: Desk, slip: { id: string; verbatim: string }) =>
    desk.ask('POST', `/api/programs/${station.programId}/questions`, slip)
  const approve = (desk: Desk, questionId: string, command: object) =>
    desk.ask('POST', `/api/questions/${questionId}/moves`, command)
  const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort()

  async function expectOnce(commandId: string, answers: Answer[]): Promise<void> {
    const entries = await expectNoGap(station.database, station.programId)
    const [entry, ...more] = entries.filter(entry => entry.commandId === commandId)
    expect(more).toEqual([])
    for (const { body } of answers) expect(body.revision).toBe(entry!.revision)
  }

  it('eight times at once and after kill -9 of both servers logs one question and approves it once', async () => {
    const panel = await station.panel(1)
    const slip = { id: randomUUID(), verbatim: 'Câu được bấm gửi nhiều lần' }
    const sent = Array.from({ length: TIMES }, (_none, time) => log(secretaries[time % 2]!, slip))
    const logged = await Promise.all(sent)
    expect(statuses(logged)).toEqual([...Array(TIMES - 1).fill(200), 201])
    await expectOnce(slip.id, logged)

    const moderators = [await station.as('duyet1', 0), await station.as('duyet1', 1)]
    const command = { id: randomUUID(), move: 'approve', version: 1 }
    const approved = await Promise.all(
      Array.from({ length: TIMES }, (_none, time) => approve(moderators[time % 2]!, slip.id, command)),
    )
    expect(statuses(approved)).toEqual(Array(TIMES).fill(200))
    await panel.until(() => panel.questions.has(slip.id))

    for (const instance of [0, 1]) await station.instances[instance]!.kill()
    for (const instance of [0, 1]) await station.restart(instance)
    const again = await Promise.all(secretaries.map(desk => log(desk, slip)))
    expect(statuses(again)).toEqual([200, 200])
    expect(again[0]!.body.question).toMatchObject({ id: slip.id, state: 'approved', version: 2 })
    await expectOnce(slip.id, [...logged, ...again])
    const later = await Promise.all(moderators.map(desk => approve(desk, slip.id, command)))
    expect(statuses(later)).toEqual([200, 200])
    await expectOnce(command.id, [...approved, ...later])

    expect(await station.database.query('SELECT id, number, state, version FROM question')).toEqual([
      { id: slip.id, number: 1, state: 'approved', version: 2 },
    ])
    await panel.until(() => panel.socket.connected && panel.questions.size === 1)
  })
})
