import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { entriesOf, expectNoGap } from '../support/history.js'
import type { LiveClient } from '../support/live-client.js'
import { Station } from '../support/station.js'

const putting = (client: LiveClient, questionId: string) =>
  client.heard.filter(
    ({ event, payload }) =>
      event === 'live:patch' && payload.put?.questions?.some(({ id }: { id: string }) => id === questionId),
  )

describe('an approval whose server dies before it answers', () => {
  let station: Station
  let moderator: Desk
  beforeEach(async () => {
    station = await Station.open({ fragile: true })
    moderator = await station.as('duyet1')
  })
  afterEach(() => station.close())

  it('in the instant of its commit is done: the retry is told so, it stands once, and every screen shows it', async () => {
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
    await panel.until(() => panel.questions.get(question.id)?.state === 'approved')
    await desk.until(() => desk.questions.get(question.id)?.state === 'approved')
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

  it('when the screens were told already is not told to them twice, and the retry is answered as done', async () => {
    const question = await (await station.as('thuky1')).log('Câu lên màn hình rồi máy chủ mới chết')
    const panel = await station.panel()
    const path = `/api/questions/${question.id}/moves`
    const command = { id: randomUUID(), move: 'approve', version: question.version }

    await station.instances[0]!.order('die after the announcement')
    await expect(moderator.ask('POST', path, command)).rejects.toThrow('fetch failed')
    expect(await station.instances[0]!.ended).toMatchObject({ signal: 'SIGKILL' })
    await panel.until(() => panel.questions.get(question.id)?.state === 'approved')
    const shownAt = panel.revision

    await station.restart()
    await panel.until(() => panel.socket.connected)
    const again = await moderator.ask('POST', path, command)
    expect(again).toMatchObject({
      status: 200,
      body: { revision: shownAt, question: { id: question.id, state: 'approved', version: 2 } },
    })
    // What is told next is told to whoever was there before: by then a second telling would have come.
    const next = await (await station.as('thuky1')).log('Câu kế tiếp')
    await moderator.move(next, 'approve')
    await panel.until(() => panel.questions.has(next.id))
    expect(putting(panel, question.id)).toHaveLength(1)
    const entries = await expectNoGap(station.database, station.programId)
    expect(entries.filter(({ commandId }) => commandId === command.id)).toMatchObject([
      { revision: shownAt, type: 'question.approved', targetId: question.id },
    ])
  })
})
