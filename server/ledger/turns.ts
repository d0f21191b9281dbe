import { DomainError } from '../errors/domain-error.js'

/** A command that waits for its programme's row. Those that may share go in one transaction, one behind the other. */
export type Waiting = {
  readonly sharing: boolean
  refuse(error: unknown): void
}
type Place<One> = { one: One; patience: NodeJS.Timeout | undefined }

/** So many go together at most: each makes those wait longer who stand at the row, and those who went first. */
const TOGETHER = 8

/**
 * Commands of one programme, one after the other. They would wait for its row in any case; here they wait without
 * holding a connection, which other programmes, the feed and those who join need meanwhile. When the row is free
 * again, those who came in the meantime go together.
 */
export class Turns<One extends Waiting> {
  /** A programme has a queue as long as it is somebody's turn. */
  private readonly queues = new Map<string, Place<One>[]>()

  constructor(private readonly carryOut: (together: One[]) => Promise<void>) {}

  /** Has it carried out when its turn comes; refuses it when that takes longer than `patience` milliseconds. */
  take(programId: string, patience: number, one: One): void {
    const queue = this.queues.get(programId)
    if (queue) return waitIn(queue, one, patience)
    const mine = [{ one, patience: undefined }]
    this.queues.set(programId, mine)
    void this.goOn(programId, mine)
  }

  private async goOn(programId: string, queue: Place<One>[]): Promise<void> {
    while (queue.length > 0) {
      const together = queue.splice(0, howMany(queue))
      for (const { patience } of together) clearTimeout(patience)
      await this.carryOut(together.map(({ one }) => one))
    }
    this.queues.delete(programId)
  }
}

function waitIn<One extends Waiting>(queue: Place<One>[], one: One, patience: number): void {
  const place: Place<One> = { one, patience: setTimeout(giveUp, patience) }
  queue.push(place)

  function giveUp() {
    queue.splice(queue.indexOf(place), 1)
    one.refuse(new DomainError('database.unavailable', undefined, 1))
  }
}

/** Whoever may not share goes alone, when those before are through. */
function howMany(queue: readonly Place<Waiting>[]): number {
  const alone = queue.slice(0, TOGETHER).findIndex(({ one }) => !one.sharing)
  return alone < 0 ? TOGETHER : Math.max(1, alone)
}
