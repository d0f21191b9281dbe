import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'

describe('who holds the air, and the blank screens', () => {
  let house: House
  let first: Desk
  let second: Desk
  let producer: Desk
  beforeAll(async () => {
    house = await House.open()
    first = await house.as('duyet1')
    second = await house.as('duyet2')
    producer = await house.as('daodien')
  })
  afterAll(() => house.close())

  const air = (desk: Desk, status = 200) =>
    desk.put(`/api/programs/${house.programId}/air`, { id: randomUUID() }, status)
  const blank = (desk: Desk, on: boolean, status = 200) =>
    desk.put(`/api/programs/${house.programId}/blank`, { id: randomUUID(), on }, status)

  it('goes from one moderator to the other with one key, and every desk sees it', async () => {
    const desk = await producer.join()
    const { program } = await air(first)
    expect(program.airHolder).toEqual({ id: expect.any(String), name: 'duyet1' })
    await desk.until(() => desk.program.airHolder?.name === 'duyet1')
    await air(second)
    await desk.until(() => desk.program.airHolder?.name === 'duyet2')
    await air(producer, 403)
  })

  it('refuses nobody’s take', async () => {
    await air(second)
    await first.take(await first.approved('câu'), null)
    expect((await first.get(`/api/programs/${house.programId}`)).program.airHolder.name).toBe('duyet2')
  })

  it('blanks every screen and brings it back, by moderator or producer', async () => {
    const panel = await (await house.screen('panel')).join()
    const overlay = await (await house.screen('overlay')).join()
    for (const [desk, on] of [
      [first, true],
      [producer, false],
      [producer, true],
      [second, false],
    ] as const) {
      expect((await blank(desk, on)).program.blank).toBe(on)
      await panel.until(() => panel.program.blank === on)
      await overlay.until(() => overlay.program.blank === on)
    }
    await blank(await house.as('thuky1'), true, 403)
  })

  it('shows a screen nothing of who holds the air', async () => {
    const panel = await (await house.screen('panel')).join()
    const { revision } = panel
    await air(first)
    await panel.until(() => panel.revision > revision)
    expect(JSON.stringify(panel.heard)).not.toContain('duyet1')
    expect(panel.program).not.toHaveProperty('airHolder')
  })
})
