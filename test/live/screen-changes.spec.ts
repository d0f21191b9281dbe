import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'

describe('changing a screen', () => {
  let house: House
  let producer: Desk
  let moderator: Desk
  beforeAll(async () => {
    house = await House.open()
    producer = await house.as('daodien')
    moderator = await house.as('duyet1')
  })
  afterAll(() => house.close())

  const patch = (screenId: string, fields: object, status = 200) =>
    producer.patch(`/api/screens/${screenId}`, { id: randomUUID(), ...fields }, status)

  it('tells the screen of its new name, seat, identification and test card', async () => {
    const screen = await house.screen('speaker')
    const other = await (await house.screen('speaker')).join()
    const live = await screen.join()
    const joined = live.heard.length
    const desk = await producer.join()
    const [speaker] = (await producer.get(`/api/programs/${house.programId}/speakers`)).speakers
    for (const fields of [
      { label: 'Bàn bên trái' },
      { speakerId: speaker.id },
      { identify: true },
      { testCard: true, identify: false },
      { speakerId: null, testCard: false },
    ]) {
      expect((await patch(screen.id, fields)).screen).toMatchObject(fields)
      await live.until(() => expect(live.me).toMatchObject(fields) ?? true)
      await desk.until(() => expect(desk.screens.get(screen.id)).toMatchObject(fields) ?? true)
    }
    expect(live.heard.slice(joined).map(heard => heard.event)).not.toContain('screen:paired')
    await other.until(() => other.revision === live.revision)
    expect(other.applied.every(patch => patch.put?.me === undefined)).toBe(true)
    await patch(screen.id, { speakerId: randomUUID() }, 400)
  })

  it('sends a screen of another kind to join again, every time', async () => {
    const screen = await house.screen('panel')
    const live = await screen.join()
    const shown = await moderator.approved('câu')
    await live.until(() => live.questions.has(shown.id))
    for (const kind of ['overlay', 'host', 'overlay', 'speaker', 'panel', 'overlay', 'panel', 'overlay']) {
      const paired = live.next('screen:paired')
      await patch(screen.id, { kind })
      await paired
      await live.join()
      expect(live.me.kind).toBe(kind)
      expect(live.questions.has(shown.id)).toBe(kind !== 'overlay')
    }
    const before = live.heard.length
    const hidden = await moderator.approved('không cho lớp phủ')
    const { revision } = await moderator.move(hidden, 'withdraw')
    await live.until(() => live.revision >= revision)
    expect(JSON.stringify(live.heard.slice(before))).not.toContain(hidden.id)
  })

  it('points a screen at another programme: it leaves one and arrives in the other', async () => {
    const programId = await house.program('live')
    const there = await moderator.approved('ở kia', {}, programId)
    const screen = await house.screen('panel')
    const live = await screen.join()
    const [old, next] = [await producer.join(), await producer.join(programId)]
    expect(old.screens.has(screen.id)).toBe(true)
    const paired = live.next('screen:paired')
    expect((await patch(screen.id, { programId })).screen.programId).toBe(programId)
    await paired
    await old.until(() => !old.screens.has(screen.id))
    await next.until(() => next.screens.has(screen.id))
    await live.join()
    expect([...live.questions.keys()]).toEqual([there.id])
    const here = await moderator.approved('ở đây')
    const last = await moderator.approved('ở kia nữa', {}, programId)
    await live.until(() => live.questions.has(last.id))
    expect(JSON.stringify(live.heard)).not.toContain(here.id)
    expect((await live.ask('live:join', { protocol: 1, programId: house.programId })).error.code).toBe(
      'program.not_found',
    )
  })

  it('goes to no programme whose books are closed, and stays where it is', async () => {
    const closed = await house.program('live')
    await producer.phase(closed, 'ended')
    await moderator.phase(closed, 'closed')
    const screen = await house.screen('panel')
    expect((await patch(screen.id, { programId: closed }, 409)).error.code).toBe('program.closed')
    expect((await patch(screen.id, { label: 'Còn đây' })).screen.programId).toBe(house.programId)
  })

  it('seats a screen in the programme that it is pointed at', async () => {
    const programId = await house.program('live')
    const [seat] = (await producer.get(`/api/programs/${programId}/speakers`)).speakers
    const screen = await house.screen('speaker')
    expect((await patch(screen.id, { programId, speakerId: seat.id })).screen).toMatchObject({
      programId,
      speakerId: seat.id,
    })
  })

  it('takes a revoked screen from every desk, and knows it no longer', async () => {
    const screen = await house.screen('panel')
    const live = await screen.join()
    const desk = await moderator.join()
    await producer.delete(`/api/screens/${screen.id}`, undefined, 204)
    await live.until(() => !live.socket.connected)
    await desk.until(() => !desk.screens.has(screen.id))
    expect((await patch(screen.id, { label: 'x' }, 404)).error.code).toBe('screen.not_found')
    await producer.delete(`/api/screens/${screen.id}`, undefined, 404)
    await expect(screen.connect()).rejects.toMatchObject({ data: { code: 'screen.revoked' } })
  })

  it('is the producer’s, by name and not by guess', async () => {
    const screen = await house.screen('panel')
    for (const name of ['thuky1', 'duyet1', 'quantri']) {
      const desk = await house.as(name)
      await desk.patch(`/api/screens/${screen.id}`, { id: randomUUID(), label: 'x' }, 403)
      await desk.delete(`/api/screens/${screen.id}`, undefined, 403)
    }
    await patch(randomUUID(), { label: 'x' }, 404)
    await patch(screen.id, { label: '' }, 400)
    await patch(screen.id, { secretHash: 'x' }, 400)
  })
})
