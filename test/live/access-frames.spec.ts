import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'

const LIMIT = 64 * 1024

describe('a frame that no honest client sends', () => {
  let house: House
  let other: LiveClient
  beforeAll(async () => {
    house = await House.open()
    other = await (await house.as('duyet1')).join()
  })
  afterAll(() => house.close())

  const reasonOf = (socket: LiveClient) =>
    new Promise<{ reason: string; code: unknown }>(resolve =>
      socket.socket.once('disconnect', (reason, details) =>
        resolve({
          reason,
          code: (details as { context?: { code?: number } } | undefined)?.context?.code,
        }),
      ),
    )

  /** Sends what Socket.IO's own encoder would not. */
  const sendRaw = ({ socket }: LiveClient, packet: string | Buffer) =>
    socket.io.engine.write(packet as string)

  async function expectOthersServed(): Promise<void> {
    const logged = await (await house.as('thuky1')).log('Vẫn chạy')
    await other.until(() => other.questions.has(logged.id))
    expect(other.heard.some(({ event }) => event === 'session:ended')).toBe(false)
  }

  it('costs its socket when it is above 64 KiB, and nobody else anything', async () => {
    const socket = await (await house.as('thuky2')).join()
    const fits = await socket.ask('desk:editing', { questionId: null, phone: 'x'.repeat(LIMIT - 200) })
    expect(fits.error.code).toBe('request.invalid')
    const closed = reasonOf(socket)
    socket.socket.emit('desk:editing', { questionId: null, phone: 'x'.repeat(LIMIT) })
    expect(await closed).toMatchObject({ code: 1009 })
    await expectOthersServed()
  })

  it.each([
    ['no packet at all', '9nonsense'],
    ['broken JSON', '2["live:join",{'],
    ['no event', '2[]'],
    ['an event of the connection itself', '2["disconnect"]'],
    ['a number for an event', '2[7]'],
    ['a binary event without its parts', '51-["live:join",{"_placeholder":true,"num":9}]'],
    ['another namespace', '2/admin,["live:join"]'],
    ['deep nesting', `2["live:join",${'['.repeat(20_000)}${']'.repeat(20_000)}]`],
    ['an answer that nobody asked for', '31[{}]'],
    ['an own prototype', '2["live:join",{"__proto__":{"admin":true},"protocol":1}]'],
  ])('harms nobody: %s', async (_, packet) => {
    const socket = await (await house.as('thuky2')).join()
    sendRaw(socket, packet)
    sendRaw(socket, Buffer.from([0xff, 0x00, 0xc3]))
    await expectOthersServed()
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
    socket.close()
  })

  it('is answered with its refusal, also in the middle of a hundred others', async () => {
    const socket = await (await house.as('thuky2')).join()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        n % 2 === 0
          ? socket.ask('desk:editing', { questionId: randomUUID() })
          : socket.ask('question:approve', { questionId: randomUUID() }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(50)
    expect(new Set(answers.filter(({ ok }) => !ok).map(({ error }) => error.code))).toEqual(
      new Set(['access.not_allowed']),
    )
  })
})
