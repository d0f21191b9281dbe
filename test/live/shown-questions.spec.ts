import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ScreenQuestion, type StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'
import { caller, expectView } from '../support/slips.js'

describe('what panel, speaker and host screens are sent', () => {
  let house: House
  let moderator: Desk
  let programId: string
  let screens: LiveClient[]
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
  })
  beforeEach(async () => {
    programId = await house.program('live')
    screens = []
    for (const kind of ['panel', 'speaker', 'host'] as const)
      screens.push(await (await house.screen(kind, { programId })).join())
  })
  afterAll(() => house.close())

  const all = (seen: (screen: LiveClient) => unknown) =>
    Promise.all(screens.map(screen => screen.until(() => seen(screen))))
  const patchOf = (screen: LiveClient, revision: number) =>
    screen.until(() => screen.applied.find(patch => patch.revision === revision))

  it('is a question the moment it is approved, in the words of the approval and nothing else', async () => {
    const logged = await moderator.log('lời nguyên văn', { note: 'ghi chú', caller: caller() }, programId)
    const { revision } = await moderator.move(logged, 'approve', { wording: 'Lời lên sóng' })
    for (const screen of screens) {
      const { put, drop } = await patchOf(screen, revision)
      expect(drop).toBeUndefined()
      const [view] = put!.questions as ScreenQuestion[]
      expectView(ScreenQuestion, view)
      expect(view).toMatchObject({ number: 1, text: 'Lời lên sóng', state: 'approved', version: 2 })
      expect(JSON.stringify(screen.heard)).not.toMatch(/nguyên văn|ghi chú|0939|duyet1/)
    }
  })

  const LEAVING: [string, (question: StaffQuestion, other: StaffQuestion) => Record<string, unknown>][] = [
    ['withdraw', () => ({})],
    ['defer', () => ({})],
    ['merge', (_, other) => ({ intoId: other.id })],
    ['divert', question => ({ confirmNumber: question.number })],
  ]
  it.each(LEAVING)('is a drop in the same patch when an approved one leaves by %s', async (move, rest) => {
    const other = await moderator.log('câu khác', {}, programId)
    const question = await moderator.approved('câu', {}, programId)
    await all(screen => screen.questions.has(question.id))
    const { revision } = await moderator.move(question, move, rest(question, other))
    for (const screen of screens) {
      expect((await patchOf(screen, revision)).drop).toEqual({ questions: [question.id] })
      expect(screen.questions.size).toBe(0)
    }
  })

  it.each(['withdraw', 'defer', 'divert', 'answer'])(
    'is a drop in the same patch when what is on air leaves by %s',
    async move => {
      const { question } = await moderator.take(await moderator.approved('câu', {}, programId), null)
      await all(screen => screen.questions.get(question.id)?.state === 'on_air')
      const rest = move === 'divert' ? { confirmNumber: question.number } : {}
      const { revision } = await moderator.move(question, move, rest)
      for (const screen of screens)
        expect((await patchOf(screen, revision)).drop).toEqual({ questions: [question.id] })
    },
  )

  it('is both halves of a take in one patch', async () => {
    const [first, second] = [
      await moderator.approved('một', {}, programId),
      await moderator.approved('hai', {}, programId),
    ]
    await moderator.take(first, null)
    const { revision } = await moderator.take(second, first.id)
    for (const screen of screens) {
      const { put, drop } = await patchOf(screen, revision)
      expect(put!.questions).toMatchObject([{ id: second.id, state: 'on_air', order: null }])
      expect(drop).toEqual({ questions: [first.id] })
    }
  })

  it('is a correction of an approved question, and the place that an order gives it', async () => {
    const [first, second] = [
      await moderator.approved('một', {}, programId),
      await moderator.approved('hai', {}, programId),
    ]
    const revise = { id: crypto.randomUUID(), version: 2, wording: 'Một, sửa lại' }
    await moderator.patch(`/api/questions/${first.id}`, revise)
    await all(screen => screen.questions.get(first.id)?.text === 'Một, sửa lại')
    await moderator.post(`/api/programs/${programId}/order`, {
      id: crypto.randomUUID(),
      questionId: second.id,
      after: null,
    })
    await all(screen => screen.questions.get(second.id).order < screen.questions.get(first.id).order)
    for (const screen of screens) expect(screen.questions.get(second.id).version).toBe(2)
  })

  it('is the caller line with everybody who joined', async () => {
    const lead = await moderator.approved('câu', { caller: caller({ mayReadName: false }) }, programId)
    await moderator.log('cùng hỏi', { sameAsId: lead.id, caller: caller() }, programId)
    const line = 'một khán giả ở phường Tân An và 1 người cùng hỏi'
    await all(screen => screen.questions.get(lead.id)?.callerLine === line)
    for (const screen of screens) expect(JSON.stringify(screen.heard)).not.toContain('Hải')
  })

  it('comes back when a withdrawal is undone', async () => {
    const question = await moderator.approved('câu', {}, programId)
    const { question: withdrawn } = await moderator.move(question, 'withdraw')
    await all(screen => screen.revision > 0 && !screen.questions.has(question.id))
    await moderator.move(withdrawn, 'undo')
    await all(screen => screen.questions.get(question.id)?.state === 'approved')
  })
})
