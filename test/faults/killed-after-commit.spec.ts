import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { entriesOf } from '../support/history.js'
import { Station } from '../support/station.js'

describe('an approval whose server dies in the instant of its commit', () => {
  let station: Station
  let moderator: Desk
  beforeAll(async () => {
    station = await Station.open({ fragile: true })
    moderator = await station.as('duyet1')
  })
  afterAll(() => station.close())

  it('is done: the retry is told so, it stands once, and every screen shows it', async () => {
    const question = await (await station.as('thuky1')).log('Câu được duyệt đúng lúc máy chủ chết')
    const panel = await station.panel()
    const desk = await station.joined(moderator)
    const path = `/api/questions/${question.id}/moves`
    const command = { id: randomUUID(), move: 'approve', version: question.version }

    await station.instances[0]!.order('die after the commit')
    await expect(moderator.ask('POST', path, command)).rejects.toThrow('fetch failed')
    expect(await station.instances[0]!.ended).toMatchObject({ signal: 'SIGKILL' })
    expect(panel.questions.size).toBe(0)

    await station.restart()
    await panel.until(() => panel.questions.get(question.id)?.state === 'approved', 2000)
    await desk.until(() => desk.questions.get(question.id)?.state === 'approved', 2000)
    const fresh = await station.panel()
    expect(fresh.questions.get(question.id)).toMatchObject({ state: 'approved', version: 2 })

    const again = await moderator.ask('POST', path, command)
    expect(again).toMatchObject({
      status: 200,
      body: { question: { id: question.id, state: 'approved', version: 2 } },
    })
    const entries = await entriesOf(station.database, station.programId)
    const mine = entries.filter(entry => entry.commandId === command.id)
    expect(mine).toMatchObject([{ revision: again.body.revision, type: 'question.approved' }])
    expect(entries.filter(entry => entry.targetId === question.id)).toHaveLength(2)
  })
})
