/** The hand rests this long before anything is asked; a steady hand is waited for this long. Milliseconds. */
const REST_MS = 150
const MOST_MS = 600
/** A server that says nothing for so long is asked anew, so that no connection is held that a slip may need. */
const PATIENCE_MS = 3000

type Ask<Asked, Answer> = (asked: Asked, signal: AbortSignal) => Promise<Answer>

/**
 * Asks about what is being typed: not for every key, one question at a time, and only the latest that is still wanted.
 * What is answered to a question that nobody wants any more is told to nobody.
 */
export class Inquiry<Asked, Answer> {
  private next: { asked: Asked; due: number; latest: number } | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: AbortController | undefined

  constructor(
    private readonly ask: Ask<Asked, Answer>,
    private readonly told: (answer: Answer, asked: Asked) => void,
    private readonly refused: (error: unknown, asked: Asked) => void = () => undefined,
  ) {}

  /** What is wanted now; whatever was wanted before and not yet asked is forgotten. */
  want(asked: Asked): void {
    const now = Date.now()
    const latest = this.next?.latest ?? now + MOST_MS
    this.next = { asked, due: Math.min(now + REST_MS, latest), latest }
    this.wait()
  }

  /** Nothing is wanted any more. */
  stop(): void {
    clearTimeout(this.timer)
    this.next = undefined
    this.running?.abort()
    this.running = undefined
  }

  private wait(): void {
    clearTimeout(this.timer)
    if (this.next && !this.running)
      this.timer = setTimeout(() => void this.send(), this.next.due - Date.now())
  }

  private async send(): Promise<void> {
    const { asked } = this.next!
    this.next = undefined
    const running = (this.running = new AbortController())
    const given = setTimeout(() => running.abort(), PATIENCE_MS)
    try {
      const answer = await this.ask(asked, running.signal)
      if (this.running === running) this.told(answer, asked)
    } catch (error) {
      if (this.running === running) this.refused(error, asked)
    } finally {
      clearTimeout(given)
      if (this.running === running) {
        this.running = undefined
        this.wait()
      }
    }
  }
}
