import { DomainError } from '../errors/domain-error.js'

/**
 * Commands of one programme, one after the other. They would wait for its row in any case; here they wait without
 * holding a connection each, which other programmes, the feed and those who join need meanwhile.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>()

  /** Runs the work when those before it are done; refuses it when that takes longer than `patience` milliseconds. */
  async take<T>(programId: string, patience: number, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(programId)
    const mine = before ? within(before, patience).then(work) : work()
    const over = mine.then(
      () => {},
      () => {},
    )
    this.last.set(programId, over)
    try {
      return await mine
    } finally {
      if (this.last.get(programId) === over) this.last.delete(programId)
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
