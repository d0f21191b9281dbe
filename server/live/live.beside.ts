import { Injectable, Logger } from '@nestjs/common'
import { Event, type Painted } from '#protocol/live.js'
import { gathered } from '../database/gathered.js'
import { Notifications } from '../database/notifications.js'
import { kindOf } from '../errors/fault-kind.js'
import { Clock } from '../ledger/clock.js'
import { Receipts } from '../screens/receipts.js'
import { LiveRooms, room } from './live.rooms.js'
import { Presence } from './presence.js'

/** Receipts and people are shown at most this often. */
const SHOWN_EVERY_MS = 250
/** Receipts that arrive within this time are written together. */
const WRITTEN_AFTER_MS = 30
/** The same after a batch of which something could not be written. */
const WRITTEN_AGAIN_MS = 500

type Waiting = { programId: string; painted: Painted['painted']; at: Date }

/** What goes around ledger and revision: receipts and who is here. In batches, latest wins. */
@Injectable()
export class LiveBeside {
  private readonly log = new Logger('beside')
  private readonly waiting = new Map<string, Waiting>()
  private readonly shownAt = new Map<string, number>()
  private readonly due = new Map<string, NodeJS.Timeout>()
  private writing: NodeJS.Timeout | undefined
  /** One after the other: what was read earlier is never shown later. */
  private readonly showing = gathered<string, void>(async programIds => {
    await Promise.all([...new Set(programIds)].map(id => this.quietly(() => this.showNow(id))))
    return programIds.map(() => {})
  })
  private readonly leaving = gathered<string, void>(async screenIds => {
    await this.quietly(() => this.receipts.closeUnheld(screenIds))
    return screenIds.map(() => {})
  })

  constructor(
    private readonly rooms: LiveRooms,
    private readonly receipts: Receipts,
    private readonly presence: Presence,
    private readonly clock: Clock,
    notifications: Notifications,
  ) {
    notifications.on('beside', programId => this.show(programId))
  }

  /** Takes a screen's word for what stands on its glass. */
  painted(screenId: string, programId: string, painted: Painted['painted']): void {
    this.waiting.set(screenId, { programId, painted, at: this.clock.now() })
    this.writing ??= this.soon()
  }

  /** Shows receipts and people of a programme here: at once, then not again for a moment. */
  show(programId: string): void {
    if (!this.rooms.has(room.staff(programId)) || this.due.has(programId)) return
    const since = this.clock.monotonic() - (this.shownAt.get(programId) ?? Number.NEGATIVE_INFINITY)
    const timer = setTimeout(
      () => {
        this.due.delete(programId)
        this.shownAt.set(programId, this.clock.monotonic())
        void this.showing.load(programId)
      },
      Math.max(0, SHOWN_EVERY_MS - since),
    )
    this.due.set(programId, timer.unref())
  }

  /** Ends the record of what stood on any screen that no browser holds any longer. */
  closeUnheld(): Promise<void> {
    return this.quietly(() => this.receipts.closeUnheld())
  }

  /** The same of one screen that was just left. */
  async left(screenId: string): Promise<void> {
    await this.leaving.load(screenId)
  }

  end(): void {
    clearTimeout(this.writing)
    for (const timer of this.due.values()) clearTimeout(timer)
  }

  private soon(after = WRITTEN_AFTER_MS): NodeJS.Timeout {
    return setTimeout(() => void this.write(), after)
  }

  private async write(): Promise<void> {
    const batch = [...this.waiting]
    this.waiting.clear()
    await Promise.all(batch.map(([screenId, word]) => this.keep(screenId, word)))
    for (const programId of new Set(batch.map(([, { programId }]) => programId)))
      await this.presence.tell(programId)
    // One batch after the other: an older word never overwrites a newer one.
    const failed = batch.some(([screenId, word]) => this.waiting.get(screenId) === word)
    this.writing = this.waiting.size > 0 ? this.soon(failed ? WRITTEN_AGAIN_MS : undefined) : undefined
  }

  /** A screen speaks only when its picture changes: a word that could not be kept waits for the next batch. */
  private async keep(screenId: string, word: Waiting): Promise<void> {
    try {
      await this.receipts.keep(screenId, word.programId, word.painted, word.at)
    } catch (error) {
      this.log.warn({ fault: kindOf(error) })
      if (!this.waiting.has(screenId)) this.waiting.set(screenId, word)
    }
  }

  private async showNow(programId: string): Promise<void> {
    const people = await this.presence.people(programId)
    this.rooms.emit(room.staff(programId), Event.people, { people })
    const name = room.receipts(programId)
    if (!this.rooms.has(name)) return
    const screens = await this.receipts.of(programId, id => this.presence.connectionsOf(programId, id))
    this.rooms.emit(name, Event.receipts, { screens })
  }

  private async quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.log.warn({ fault: kindOf(error) })
    }
  }
}
