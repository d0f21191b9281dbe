import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Patch, Pulse } from '../../protocol/live.js'
import type { StaffQuestion } from '../../protocol/question.js'
import { Clock } from '../../server/ledger/clock.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'
import { expectView } from '../support/slips.js'

describe('what comes down while one is joined', () => {
  let house: House
  let moderator: Desk
  let secretary: Desk
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
    secretary = await house.as('thuky1')
  })
  afterAll(() => house.close())

  const patchesOf = (client: LiveClient): Patch[] =>
    client.heard.filter(heard => heard.event === 'live:patch').map(heard => heard.payload)

  it('is every change once, each beginning where the last ended', async () => {
    const programId = await house.program('live')
    const clients = [
      await moderator.join(programId),
      await (await house.as('daodien')).join(programId),
      await (await house.screen('panel', { programId })).join(),
      await (await house.screen('overlay', { programId })).join(),
    ]
    const head = (await house.database.query('SELECT revision FROM program WHERE id = $1', [programId]))[0]
    for (const client of clients) await client.until(() => client.revision === head!['revision'])
    const joined = clients.map(client => client.revision)
    await Promise.all(
      Array.from({ length: 15 }, async (_, index) => {
        const approved = await moderator.approved(`câu ${index}`, {}, programId)
        if (index % 3 === 0) await moderator.move(approved, 'withdraw')
      }),
    )
    const [{ revision }] = (await house.database.query('SELECT revision FROM program WHERE id = $1', [
      programId,
    ])) as [{ revision: number }]
    for (const [index, client] of clients.entries()) {
      await client.until(() => client.revision === revision)
      const patches = patchesOf(client).filter(patch => patch.revision > joined[index]!)
      for (const patch of patches) expectView(Patch, patch)
      const starts = patches.map(patch => patch.from)
      expect(starts).toEqual([joined[index], ...patches.map(patch => patch.revision)].slice(0, -1))
    }
  })

  it('says to staff why and by whom, and to screens nothing of that', async () => {
    const programId = await house.program('live')
    const desk = await secretary.join(programId)
    const panel = await (await house.screen('panel', { programId })).join()
    const overlay = await (await house.screen('overlay', { programId })).join()
    await desk.until(() => desk.screens.size === 2)
    const { revision: before } = desk
    // Each told by itself: what is told together has no single cause.
    const logged = await secretary.log('câu', {}, programId)
    await desk.until(() => desk.questions.has(logged.id))
    const { question, revision: approved } = await moderator.move(logged, 'approve')
    await desk.until(() => desk.revision === approved)
    const { revision } = await moderator.take(question, null)
    for (const client of [desk, panel, overlay]) await client.until(() => client.revision === revision)
    const causes = patchesOf(desk).filter(patch => patch.revision > before)
    expect(causes.map(patch => [patch.cause?.type, patch.cause?.by?.name])).toEqual([
      ['question.logged', 'thuky1'],
      ['question.approved', 'duyet1'],
      ['question.taken', 'duyet1'],
    ])
    for (const screen of [panel, overlay]) {
      expect(patchesOf(screen).length).toBeGreaterThan(0)
      expect(JSON.stringify(screen.heard)).not.toMatch(/cause|duyet1|thuky1/)
    }
  })

  it('is what HTTP answered, under the revision that HTTP answered', async () => {
    const programId = await house.program('live')
    const desk = await moderator.join(programId)
    /** Before the next command, which might be told together with this one. */
    async function expectTold({ question, revision }: { question: StaffQuestion; revision: number }) {
      const patch = await desk.until(() => desk.applied.find(patch => patch.revision === revision))
      expect(patch.put!.questions).toContainEqual(question)
      return question
    }
    const slip = { id: randomUUID(), verbatim: 'câu' }
    const logged = await expectTold(await moderator.post(`/api/programs/${programId}/questions`, slip, 201))
    const approved = await expectTold(await moderator.move(logged, 'approve'))
    const taken = await expectTold(await moderator.take(approved, null))
    await expectTold(await moderator.move(taken, 'recall'))
  })

  it('tells a screen nothing of a question that was never approved, not even that it is there', async () => {
    const programId = await house.program('live')
    const panel = await (await house.screen('panel', { programId })).join()
    const question = await secretary.log('chưa duyệt', {}, programId)
    const { revision } = await moderator.move(question, 'reject', { reason: { code: 'out_of_scope' } })
    await panel.until(() => panel.revision === revision)
    expect(JSON.stringify(panel.heard)).not.toContain(question.id)
  })

  it('is a pulse every two seconds with the house clock and the announced revision', async () => {
    const programId = await house.program('live')
    const desk = await moderator.join(programId)
    const panel = await (await house.screen('panel', { programId })).join()
    const clock = house.app.get(Clock)
    clock.now = () => new Date('2026-11-21T02:00:00.000Z')
    await moderator.log('câu', {}, programId)
    const pulses = (client: LiveClient) => client.heard.filter(heard => heard.event === 'live:pulse')
    const arrivals: number[] = []
    desk.socket.on('live:pulse', () => arrivals.push(performance.now()))
    await desk.until(() => arrivals.length >= 4, 20_000)
    clock.now = () => new Date()
    for (const client of [desk, panel]) {
      const { payload } = pulses(client).at(-1)!
      expectView(Pulse, payload)
      expect(payload).toEqual({ now: '2026-11-21T02:00:00.000Z', revision: desk.revision })
    }
    // A machine that stands still for a moment makes one gap longer and the next shorter.
    const gaps = arrivals.slice(1).map((at, gap) => at - arrivals[gap]!)
    expect(gaps.some(gap => gap > 1500 && gap < 3500)).toBe(true)
  })
})
