import { Injectable } from '@nestjs/common'
import { LiveFeed } from './live.feed.js'
import { type ChangedRows, LiveRows } from './live.rows.js'

type Reading = { rows: Promise<ChangedRows | null> }

/**
 * Rows for those who join. When a hundred screens come back at once they share one reading, as long as it is not
 * behind what was announced here meanwhile.
 */
@Injectable()
export class LiveSnapshots {
  private readonly readings = new Map<string, Reading>()

  constructor(
    private readonly rows: LiveRows,
    private readonly feed: LiveFeed,
  ) {}

  /** What changed after a revision (after 0: everything), at least as new as what this instance announced. */
  async read(programId: string, after: number): Promise<ChangedRows | null> {
    for (;;) {
      const rows = await this.shared(`${programId}:${after}`, () => this.rows.changedAfter(programId, after))
      if (!rows || rows.program.revision >= (this.feed.sent(programId) ?? 0)) return rows
      this.readings.delete(`${programId}:${after}`)
    }
  }

  /** Readings are shared while nothing was announced since; a pulse drops them all. */
  drop(): void {
    this.readings.clear()
  }

  private async shared(key: string, read: () => Promise<ChangedRows | null>): Promise<ChangedRows | null> {
    const reading = this.readings.get(key) ?? { rows: read() }
    this.readings.set(key, reading)
    try {
      return await reading.rows
    } catch (error) {
      if (this.readings.get(key) === reading) this.readings.delete(key)
      throw error
    }
  }
}
