import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../support/desk.js'
import { House } from '../support/house.js'
import type { LiveClient } from '../support/live-client.js'

describe('a flood from one socket', () => {
  let house: House
  let moderator: Desk
  let quiet: LiveClient
  beforeAll(async () => {
    house = await House.open()
    moderator = await house.as('duyet1')
    quiet = await (await house.screen('panel')).join()
  })
  afterAll(() => house.close())

  const flooders = {
    'screen:answer': async () => (await house.screen('speaker')).join(),
    'desk:editing': async () => (await house.as('thuky1')).join(),
    'live:join': async () => (await house.as('thuky2')).join(),
    'nobody:knows': async () => (await house.as('duyet2')).join(),
  }
  const SAID: Record<string, unknown> = {
    'screen:answer': { messageId: randomUUID(), answer: 'seen' },
    'desk:editing': { questionId: null },
    'live:join': {},
    'nobody:knows': {},
  }

  const SERVED: Record<string, string> = {
    'screen:answer': 'message.not_found',
    'desk:editing': 'ok',
    'live:join': 'ok',
    'nobody:knows': 'access.not_allowed',
  }

  it.each(Object.entries(flooders))('of %s is limited, and harms nobody else', async (event, open) => {
    const flooder = await open()
    const said = event === 'live:join' ? { protocol: 1, programId: house.programId } : SAID[event]
    // More than a socket has to spend, even over two seconds, and less than what ends it.
    const times = event === 'live:join' ? 290 : 590
    const acks = await Promise.all(Array.from({ length: times }, () => flooder.ask(event, said)))
    const codes = acks.map(ack => (ack.ok ? 'ok' : ack.error.code))
    expect(codes[0]).toBe(SERVED[event])
    expect(codes.at(-1)).toBe('access.too_many')
    const question = await moderator.approved(`câu trong cơn lũ ${event}`)
    await quiet.until(() => quiet.questions.has(question.id))
  })

  it.each(Object.entries(flooders))('of %s ends the socket that does not stop', async (event, open) => {
    const flooder = await open()
    const closed = new Promise<string>(resolve => flooder.socket.once('disconnect', resolve))
    const said = event === 'live:join' ? { protocol: 1, programId: house.programId } : SAID[event]
    for (let index = 0; index < 5000; index++) flooder.socket.emit(event, said)
    // The connection goes, so that a browser comes back by itself; a farewell would keep it away.
    expect(await closed).toBe('transport close')
    const question = await moderator.approved(`câu sau cơn lũ ${event}`)
    await quiet.until(() => quiet.questions.has(question.id))
    expect((await (await open()).ask(event, said)).error?.code).not.toBe('access.too_many')
  })
})
