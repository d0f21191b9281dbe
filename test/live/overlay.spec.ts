import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'
import { faultPaths } from '../support/slips.js'

describe('an overlay, which is on television', () => {
  let house: House
  let moderator: Desk
  let producer: Desk
  let programId: string
  let screenId: string
  let overlay: LiveClient
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
    producer = await house.as('daodien')
  })
  beforeEach(async () => {
    programId = await house.program('live')
    await attach()
  })
  afterAll(() => house.close())

  async function attach(): Promise<void> {
    const screen = await house.screen('overlay', { programId })
    screenId = screen.id
    overlay = await screen.join()
  }
  const cue = (shownQuestionId: string | null, status = 200) =>
    producer.patch(`/api/screens/${screenId}`, { id: randomUUID(), shownQuestionId }, status)
  async function onAir(verbatim = 'câu', believed: string | null = null): Promise<StaffQuestion> {
    return (await moderator.take(await moderator.approved(verbatim, {}, programId), believed)).question
  }
  const shown = () => [...overlay.questions.keys()]
  const seen = (revision: number) => overlay.until(() => overlay.revision >= revision)

  it('is sent nothing until it is cued, and then that question alone', async () => {
    await moderator.approved('câu kế', {}, programId)
    const question = await onAir()
    await overlay.until(() => overlay.program.phase === 'live')
    expect(shown()).toEqual([])
    expect((await cue(question.id)).screen.shownQuestionId).toBe(question.id)
    await overlay.until(() => shown().includes(question.id))
    expect(overlay.me.shownQuestionId).toBe(question.id)
    await moderator.approved('câu nữa', {}, programId)
    await cue(null)
    await overlay.until(() => shown().length === 0)
    const sent = overlay.applied.flatMap(patch => patch.put?.questions ?? [])
    expect(new Set(sent.map(view => view.id))).toEqual(new Set([question.id]))
  })

  it('is cued for what is on air and for nothing else', async () => {
    const approved = await moderator.approved('chưa lên', {}, programId)
    for (const id of [approved.id, randomUUID()])
      expect((await cue(id, 409)).error.code).toBe('screen.not_on_air')
    const panel = await house.screen('panel', { programId })
    const { question } = await moderator.take(approved, null)
    const command = { id: randomUUID(), shownQuestionId: question.id }
    expect((await producer.patch(`/api/screens/${panel.id}`, command, 400)).error.code).toBe(
      'request.invalid',
    )
  })

  it.each(['answer', 'recall', 'withdraw', 'defer', 'divert', 'take', 'undo', 'ended'])(
    'loses it by %s, and is not cued again when the same question returns',
    async way => {
      const question = await onAir()
      await cue(question.id)
      await overlay.until(() => shown().includes(question.id))
      const rest = way === 'divert' ? { confirmNumber: question.number } : {}
      if (way === 'take') await onAir('câu khác', question.id)
      else if (way === 'ended') await producer.phase(programId, 'ended')
      else await moderator.move(question, way, rest)
      await overlay.until(() => shown().length === 0)
      await overlay.until(() => overlay.me.shownQuestionId === null)
      if (way === 'divert') return
      await backOnAir(question.id)
      expect(shown()).toEqual([])
    },
  )

  /** Brings the question back on air, whatever became of it. */
  async function backOnAir(id: string): Promise<void> {
    if ((await producer.get(`/api/programs/${programId}`)).program.phase === 'ended')
      await producer.phase(programId, 'live')
    const now = async () => {
      const { questions } = await moderator.get(`/api/programs/${programId}/questions`)
      const find = (test: (one: StaffQuestion) => boolean) => questions.find(test)
      return { question: find(one => one.id === id), air: find(one => one.state === 'on_air')?.id ?? null }
    }
    for (const [state, move] of [
      ['follow_up', 'restore'],
      ['pending', 'approve'],
      ['answered', 'recall'],
    ] as const) {
      const { question } = await now()
      if (question.state === state) await moderator.move(question, move)
    }
    const { question, air } = await now()
    await seen((await moderator.take(question, air)).revision)
  }

  it('is shown a correction of what it shows, and keeps what it shows through everything else', async () => {
    const question = await onAir()
    await cue(question.id)
    await overlay.until(() => shown().includes(question.id))
    await moderator.approved('câu kế', {}, programId)
    const revise = { id: randomUUID(), version: question.version, note: 'ghi chú nội bộ' }
    await seen((await moderator.patch(`/api/questions/${question.id}`, revise)).revision)
    await producer.put(`/api/programs/${programId}/blank`, { id: randomUUID(), on: true })
    await overlay.until(() => overlay.program.blank)
    expect(shown()).toEqual([question.id])
    expect(JSON.stringify(overlay.heard)).not.toContain('ghi chú nội bộ')
  })

  it('bears neither name nor test card while it is on television', async () => {
    const marks = (fields: object, status = 200) =>
      producer.patch(`/api/screens/${screenId}`, { id: randomUUID(), ...fields }, status)
    for (const mark of ['identify', 'testCard'])
      expect(faultPaths(await marks({ [mark]: true }, 400))).toEqual([mark])
    await producer.phase(programId, 'ended')
    await marks({ identify: true, testCard: true })
    await overlay.until(() => overlay.me.testCard && overlay.me.identify)
    await producer.phase(programId, 'live')
    await overlay.until(() => !overlay.me.testCard && !overlay.me.identify)
    expect(overlay.applied.at(-1)!.put).toMatchObject({ program: { phase: 'live' }, me: { testCard: false } })
    const panel = await house.screen('panel', { programId })
    const change = (fields: object) =>
      producer.patch(`/api/screens/${panel.id}`, { id: randomUUID(), ...fields })
    await change({ testCard: true, identify: true })
    expect((await change({ kind: 'overlay' })).screen).toMatchObject({ testCard: false, identify: false })
  })

  it('is sent nothing in a rehearsal', async () => {
    programId = await house.program('draft')
    await producer.post(`/api/programs/${programId}/rehearsal`, { id: randomUUID(), on: true })
    for (const phase of ['open', 'live']) await producer.phase(programId, phase)
    await attach()
    const question = await onAir()
    await cue(question.id)
    await overlay.until(() => overlay.me.shownQuestionId === question.id)
    await seen((await moderator.move(await moderator.approved('sau', {}, programId), 'withdraw')).revision)
    expect(overlay.applied.flatMap(patch => patch.put?.questions ?? [])).toEqual([])
    expect(shown()).toEqual([])
  })
})
