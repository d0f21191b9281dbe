import { randomUUID } from 'node:crypto'
import { io, Manager } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../support/house.js'
import { newPerson } from '../support/people.js'
import type { Screen } from '../support/screen.js'

type Auth = Record<string, unknown>

/** What a socket is told when it comes with this, and every frame that it got. */
function knock(address: string, auth: Auth, cookie?: string) {
  const socket = io(address, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
    ...(cookie && { extraHeaders: { cookie } }),
  })
  const heard: string[] = []
  socket.onAny((event: string) => heard.push(event))
  return new Promise<{ code: string | undefined; heard: string[] }>((resolve, reject) => {
    socket.once('connect', () => reject(new Error('was let in')))
    socket.once('connect_error', (fault: Error & { data?: { code: string } }) => {
      socket.close()
      resolve({ code: fault.data?.code, heard })
    })
  })
}

describe('a socket that nobody vouches for', () => {
  let house: House
  let screen: Screen
  let revoked: Screen

  beforeAll(async () => {
    house = await House.open()
    screen = await house.screen('panel')
    revoked = await house.screen('panel')
    await (await house.as('daodien')).delete(`/api/screens/${revoked.id}`, undefined, 204)
  })
  afterAll(() => house.close())

  it('is told why before it is connected, and hears nothing', async () => {
    const desk = await newPerson(house, { roles: ['moderator'] })
    await desk.delete('/api/session', undefined, 204)
    const fresh = await newPerson(house, { roles: ['moderator'], oneTime: true })
    const { id, secret } = screen
    const cases: [code: string, auth: Auth, cookie?: string][] = [
      ['access.signed_out', {}],
      ['access.signed_out', {}, 'session='],
      ['access.signed_out', {}, 'session=doan'],
      ['access.signed_out', {}, desk.cookie],
      ['access.signed_out', {}, `session=${screen.secret}`],
      ['access.password_change_needed', {}, fresh.cookie],
      ['screen.revoked', { screenId: id, secret: '' }],
      ['screen.revoked', { screenId: id, secret: `${secret}x` }],
      ['screen.revoked', { screenId: id }],
      ['screen.revoked', { secret }],
      ['screen.revoked', { screenId: randomUUID(), secret }],
      ['screen.revoked', { screenId: revoked.id, secret: revoked.secret }],
      ['screen.revoked', { screenId: revoked.id, secret }],
      ['screen.revoked', { screenId: { $ne: '' }, secret: { $ne: '' } }],
      ['screen.revoked', { screenId: `${id}' OR 1=1`, secret }],
      ['screen.revoked', { screenId: id, secret, kind: 'moderator' }],
    ]
    for (const [code, auth, cookie] of cases)
      expect({ auth, told: await knock(house.addresses[0]!, auth, cookie) }).toEqual({
        auth,
        told: { code, heard: [] },
      })
  })

  it('gets not one event in the middle of a busy programme', async () => {
    const secretary = await house.as('thuky1')
    const knocking = Promise.all(
      Array.from({ length: 150 }, () =>
        knock(house.addresses[0]!, { screenId: screen.id, secret: randomUUID() }),
      ),
    )
    for (let round = 0; round < 15; round++) await secretary.log(`Câu thứ ${round}`)
    for (const { code, heard } of await knocking)
      expect({ code, heard }).toEqual({ code: 'screen.revoked', heard: [] })
  })

  it('cannot speak before it is let in, whatever frames it sends', async () => {
    const manager = new Manager(house.addresses[0]!, {
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
    })
    await new Promise<void>((resolve, reject) => manager.open(fault => (fault ? reject(fault) : resolve())))
    const { engine } = manager
    const packets: string[] = []
    const closed = new Promise(resolve => engine.once('close', resolve))
    engine.on('data', packet => packets.push(String(packet)))
    const join = JSON.stringify(['live:join', { protocol: 1, programId: house.programId }])
    for (const packet of ['0', `21${join}`, `2${join}`, '0/admin,', '3[1]']) engine.write(packet)
    await closed
    expect(packets.filter(packet => /^[0235]/.test(packet))).toEqual([])
  })

  it('comes by websocket or not at all', async () => {
    const polling = await fetch(`${house.addresses[0]}/socket.io/?EIO=4&transport=polling`)
    expect(polling.status).toBe(400)
    expect(await polling.text()).not.toContain('sid')
  })
})
