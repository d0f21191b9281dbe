import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { House } from '../support/house.js'
import { newPerson } from '../support/people.js'

describe('whoever tries what is not his', () => {
  let house: House
  const written: string[] = []
  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation(((told: unknown) => {
        written.push(String(told))
        return true
      }) as never)
    house = await House.open({ settings: { logLevel: 'warn' } })
  })
  afterAll(async () => {
    await house.close()
    vi.restoreAllMocks()
  })

  const lines = () =>
    written
      .join('')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
  const lineOf = (requestId: string) => lines().find(({ message }) => message?.requestId === requestId)

  it('is written down, by route and account, without what was typed', async () => {
    const producer = await newPerson(house, { roles: ['producer'] })
    const { body } = await producer.ask('GET', `/api/questions?text=${encodeURIComponent('lời riêng')}`)
    expect(lineOf(body.requestId)).toMatchObject({
      level: 'warn',
      message: { route: 'GET /api/questions', by: producer.accountId },
    })
    const socket = await producer.socket()
    const said = await socket.ask('screen:painted', { painted: [], revision: 1 })
    expect(lineOf(said.requestId)).toMatchObject({ message: { by: producer.accountId } })
    const screen = await (await house.screen('panel')).join()
    const tried = await screen.ask('desk:editing', { questionId: null })
    expect(lineOf(tried.requestId)).toMatchObject({ message: { by: screen.me.screenId } })
    expect(written.join('')).not.toContain('riêng')
  })
})
