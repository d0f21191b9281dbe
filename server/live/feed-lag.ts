/** An instance that is this far behind cannot be relied on any longer; a reading takes milliseconds. */
const A_MOMENT_MS = 3000

type Behind = { head: number; sent: number; since: number }

/** How far the announcing is behind what was committed, by programme. Times are milliseconds that never go back. */
export class FeedLag {
  private readonly behind = new Map<string, Behind>()

  /** The head of a programme was heard of, or asked for. */
  head(programId: string, head: number, sent: number, now: number): void {
    const known = this.behind.get(programId)
    if (head > sent) this.behind.set(programId, { head, sent, since: known?.since ?? now })
  }

  /** A revision was announced here. */
  announced(programId: string, sent: number): void {
    const known = this.behind.get(programId)
    if (!known) return
    if (sent >= known.head) this.behind.delete(programId)
    else known.sent = sent
  }

  forget(programId: string): void {
    this.behind.delete(programId)
  }

  /** Revisions that the furthest programme lacks. */
  get revisions(): number {
    return Math.max(0, ...[...this.behind.values()].map(({ head, sent }) => head - sent))
  }

  /** Seconds since the first programme fell behind and has not caught up. */
  seconds(now: number): number {
    return Math.max(0, ...[...this.behind.values()].map(({ since }) => (now - since) / 1000))
  }

  /** Whether it lasts longer than a reading takes. */
  isLasting(now: number): boolean {
    return this.seconds(now) * 1000 > A_MOMENT_MS
  }
}
