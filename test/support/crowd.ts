import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import type { Desk } from './desk.js'
import { LiveClient } from './live-client.js'

/** So many are let in at once: a crowd arrives, it is no flood. */
const AT_ONCE = 25

/** Many screens of one programme. Each connects again by itself, and asks for what it missed, as browsers do. */
export class Crowd {
  private constructor(readonly screens: LiveClient[]) {}

  /** Has the producer make so many screens by link, and opens them at this address. */
  static async gather(producer: Desk, count: number, address = producer.address): Promise<Crowd> {
    const crowd = new Crowd([])
    for (let begun = 0; begun < count; begun += AT_ONCE) {
      const labels = Array.from({ length: Math.min(AT_ONCE, count - begun) }, (_none, at) => begun + at + 1)
      crowd.screens.push(...(await Promise.all(labels.map(number => open(producer, number, address)))))
    }
    return crowd
  }

  /** Until each of them is so. Answers how long that took, in milliseconds. */
  async until(isSo: (screen: LiveClient) => boolean, within = 60_000): Promise<number> {
    const begun = performance.now()
    let left = this.screens
    await vi.waitFor(
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

async function open(producer: Desk, number: number, address: string): Promise<LiveClient> {
  const command = { id: randomUUID(), label: `Màn hình ${number}`, kind: 'panel' }
  const { screenId, secret } = await producer.post(
    `/api/programs/${producer.programId}/screens`,
    command,
    201,
  )
  const screen = await LiveClient.connect(address, { auth: { screenId, secret }, reconnection: true })
  return screen.stay()
}
