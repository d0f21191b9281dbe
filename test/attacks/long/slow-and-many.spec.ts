import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { House } from '../../support/house.js'
import { RawConnection, UPGRADE } from '../../support/raw-connection.js'

const SOCKETS = 2000
const CONNECTIONS = 3000

describe('one address that takes all it can get', () => {
  let house: House
  const held: RawConnection[] = []
  beforeAll(async () => {
    house = await House.open()
  })
  afterAll(async () => {
    for (const connection of held) connection.end()
    await house.close()
  })

  async function take(count: number, from: string, say = ''): Promise<RawConnection[]> {
    const taken: RawConnection[] = []
    while (taken.length < count) {
      const some = Array.from({ length: Math.min(250, count - taken.length) }, () =>
        RawConnection.open(house.addresses[0]!, from),
      )
      taken.push(...(await Promise.all(some)))
    }
    if (say) for (const connection of taken) connection.say(say)
    held.push(...taken)
    return taken
  }

  /** A screen connects, a desk signs in, a question arrives, from another address. */
  async function expectOthersServed(): Promise<void> {
    const screen = await (await house.screen('panel')).join()
    const approved = await (await house.as('duyet1')).approved('Vẫn được phục vụ')
    await screen.until(() => screen.questions.has(approved.id))
  }

  it('with 5,000 handshakes is given 2,000 sockets, and loses them when it says no more', async () => {
    const asked = await take(5000, '127.0.0.2', UPGRADE)
    const opened = () => asked.filter(({ heard }) => heard.startsWith('HTTP/1.1 101')).length
    const refused = () => asked.filter(({ heard, socket }) => /^HTTP\/1.1 40/.test(heard) || socket.destroyed)
    await expect.poll(opened, { timeout: 30_000 }).toBeGreaterThan(0)
    await expectOthersServed()
    await expect.poll(() => opened() + refused().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(5000)
    expect(opened()).toBeLessThanOrEqual(SOCKETS)
    // Whoever does not say who he is within five seconds is cut.
    await Promise.all(asked.map(({ closed }) => closed))
  })

  it('with silent connections is given 3,000, and loses them within a quarter of a minute', async () => {
    const silent = await take(CONNECTIONS + 500, '127.0.0.3')
    const open = () => silent.filter(({ socket }) => !socket.destroyed).length
    await expect.poll(open, { timeout: 9000 }).toBeLessThanOrEqual(CONNECTIONS)
    await expectOthersServed()
    await expect.poll(open, { timeout: 30_000 }).toBe(0)
  })

  it('with a header letter by letter is cut as well', async () => {
    const slow = await take(300, '127.0.0.4', 'GET /api/session HTTP/1.1\r\nHost: a\r\n')
    const dripping = setInterval(() => {
      for (const { socket } of slow) if (socket.writable) socket.write('X-a: b\r\n')
    }, 500)
    await expectOthersServed()
    await Promise.all(slow.map(({ closed }) => closed))
    clearInterval(dripping)
    for (const { heard } of slow) expect(heard).toMatch(/^HTTP\/1.1 408[\s\S]*request\.invalid|^$/)
  })

  it('with a body letter by letter is cut within a minute or so', async () => {
    const head =
      'POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n'
    const slow = await take(300, '127.0.0.5', head)
    const dripping = setInterval(() => {
      for (const { socket } of slow) if (socket.writable) socket.write(' ')
    }, 500)
    await expectOthersServed()
    await Promise.all(slow.map(({ closed }) => closed))
    clearInterval(dripping)
  })
})
