import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Event, PULSE_MS } from '#protocol/live.js'
import { Notifications } from '../database/notifications.js'
import { kindOf } from '../errors/fault-kind.js'
import { Clock } from '../ledger/clock.js'
import { hangUp, unread } from './hang-up.js'
import { LiveBeside } from './live.beside.js'
import { LiveFeed } from './live.feed.js'
import { LiveFigures } from './live.figures.js'
import { LiveKicks } from './live.kicks.js'
import { LiveRooms, type LiveSocket, room } from './live.rooms.js'
import { LiveSnapshots } from './live.snapshot.js'
import { Presence } from './presence.js'

/** A socket that has this much unread, and from one pulse to the next not less, is cut: it joins again. Bytes. */
const UNREAD_LIMIT = 1024 * 1024
/** Every so many pulses it is asked again which sessions and screens may be here, and what stands beside the ledger is shown. */
const RIGHTS_EVERY = 10

/** The beat of an instance: the clock and the announced revision for everybody, and the proof that nothing is missed. */
@Injectable()
export class LivePulse implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('pulse')
  private timer: NodeJS.Timeout | undefined
  private beats = 0

  constructor(
    private readonly rooms: LiveRooms,
    private readonly feed: LiveFeed,
    private readonly snapshots: LiveSnapshots,
    private readonly kicks: LiveKicks,
    private readonly presence: Presence,
    private readonly beside: LiveBeside,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    private readonly figures: LiveFigures,
  ) {
    notifications.onAway(() => this.tell())
    notifications.onBack(() => {
      this.tell()
      this.show()
    })
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.beat(), PULSE_MS)
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer)
    this.beside.end()
    await this.presence.end()
  }

  /** The pulse goes out whatever the database does: it says that this instance lives and how far it is. */
  private beat(): void {
    this.snapshots.drop()
    this.tell()
    for (const socket of this.rooms.all()) if (isStuck(socket)) this.cut(socket)
    this.feed.forgetIdle()
    void this.prove()
  }

  private tell(): void {
    const storage = this.notifications.away ? { storage: 'away' } : {}
    for (const programId of this.feed.followed())
      this.rooms.emit(room.program(programId), Event.pulse, {
        now: this.clock.now().toISOString(),
        revision: this.feed.sent(programId),
        ...storage,
      })
  }

  /** Receipts and people have no revision by which a desk could notice that it missed a word of them. */
  private show(): void {
    for (const programId of this.feed.followed()) this.beside.show(programId)
  }

  private cut(socket: LiveSocket): void {
    this.figures.cut.slow.inc()
    hangUp(socket)
  }

  private async prove(): Promise<void> {
    try {
      await this.feed.checkHeads()
      await this.notifications.prove()
      await this.presence.beat()
      if (++this.beats % RIGHTS_EVERY > 0) return
      await this.kicks.checkAll()
      await this.beside.closeUnheld()
      this.show()
    } catch (error) {
      this.log.warn({ fault: kindOf(error) })
    }
  }
}

/** A large snapshot over a slow link shrinks; what does not shrink is not read. */
function isStuck(socket: LiveSocket): boolean {
  const now = unread(socket)
  const before = socket.data.unread ?? 0
  socket.data.unread = now
  return now > UNREAD_LIMIT && before > UNREAD_LIMIT && now >= before
}
