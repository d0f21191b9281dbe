import { DomainError } from '../errors/domain-error.js'

/** One at the programme's row and one right behind it, so that the row is never free while somebody waits. */
const AT_ONCE = 2

/**
 * Commands of one programme, one after the other. They would wait for its row in any case; here all but the next wait
 * without holding a connection, which other programmes, the feed and those who join need meanwhile.
 */
export class Turns {
  private readonly waiting = new Map<string, Promise<unknown>[]>()

  /** Runs the work when its turn comes; refuses it when that takes longer than `patience` milliseconds. */
  async take<T>(programId: string, patience: number, work: () => Promise<T>): Promise<T> {
    const queue = this.waiting.get(programId) ?? []
    this.waiting.set(programId, queue)
    const before = queue.at(-AT_ONCE)
    const mine = before ? within(before, patience).then(work) : work()
    const over = mine.then(
      () => {},
      () => {},
    )
    queue.push(over)
    try {
      return await mine
    } finally {
      queue.splice(queue.indexOf(over), 1)
      if (queue.length === 0) this.waiting.delete(programId)
    }
  }
}

function within(before: Promise<unknown>, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const impatient = setTimeout(
      () => reject(new DomainError('database.unavailable', undefined, 1)),
      patience,
    )
    void before.then(() => {
      clearTimeout(impatient)
      resolve()
    })
  })
}
