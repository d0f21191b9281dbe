import { randomUUID } from 'node:crypto'
import type { Desk } from './desk.js'
import { eventually } from './eventually.js'
import { LiveClient } from './live-client.js'

export type Ticket = { screenId: string; secret: string }

/** So many are let in at once: a crowd arrives, it is no flood. */
const AT_ONCE = 25

/** Many screens of one programme. Each connects again by itself, and asks for what it missed, as browsers do. */
export class Crowd {
  private constructor(readonly screens: LiveClient[]) {}

  /** Has the producer make so many screens, and opens them at this address. */
  static async gather(producer: Desk, count: number, address = producer.address): Promise<Crowd> {
    return Crowd.open(await ticketsFrom(producer, count), address)
  }

  static async open(tickets: readonly Ticket[], address: string): Promise<Crowd> {
    const crowd = new Crowd([])
    for (let begun = 0; begun < tickets.length; begun += AT_ONCE) {
      const next = tickets.slice(begun, begun + AT_ONCE)
      crowd.screens.push(...(await Promise.all(next.map(ticket => open(ticket, address)))))
    }
    return crowd
  }

  /** Until each of them is so. Answers how long that took, in milliseconds. */
  async until(isSo: (screen: LiveClient) => boolean, within = 60_000): Promise<number> {
    const begun = performance.now()
    let left = this.screens
    await eventually(
      () => {
        left = left.filter(screen => !isSo(screen))
        if (left.length > 0) throw new Error(`${left.length} of ${this.screens.length} are not so yet`)
      },
      { timeout: within, interval: 10 },
    )
    return performance.now() - begun
  }

  leave(): void {
    for (const screen of this.screens) screen.close()
  }
}

/** Screens by link, as the producer makes them: what a browser needs to be one of them. */
export async function ticketsFrom(producer: Desk, count: number): Promise<Ticket[]> {
  const path = `/api/programs/${producer.programId}/screens`
  const tickets: Ticket[] = []
  for (let number = 1; number <= count; number++) {
    const command = { id: randomUUID(), label: `Màn hình ${number}`, kind: 'panel' }
    const { screenId, secret } = await producer.post(path, command, 201)
    tickets.push({ screenId, secret })
  }
  return tickets
}

async function open(auth: Ticket, address: string): Promise<LiveClient> {
  return (await LiveClient.connect(address, { auth, reconnection: true })).stay()
}
