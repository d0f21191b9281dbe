import { Injectable, Logger } from '@nestjs/common'
import { Event } from '#protocol/live.js'
import type { ErrorCode } from '#protocol/errors.js'
import { Sessions } from '../access/sessions.js'
import { Notifications } from '../database/notifications.js'
import { kindOf } from '../errors/fault-kind.js'
import { ScreenRows } from '../screens/screen.rows.js'
import { LiveFigures } from './live.figures.js'
import { LiveRooms, type LiveSocket, room } from './live.rooms.js'

/** Cuts the sockets of sessions that ended and of screens that were revoked, and sends re-pointed screens to join. */
@Injectable()
export class LiveKicks {
  private readonly log = new Logger('kicks')

  constructor(
    private readonly rooms: LiveRooms,
    private readonly sessions: Sessions,
    private readonly screens: ScreenRows,
    private readonly figures: LiveFigures,
    notifications: Notifications,
  ) {
    notifications.on('kick', told => void this.heard(told))
    notifications.onBack(() => void this.checkAll())
  }

  /** Asks the database about everybody who is connected here: what was said while nobody listened is gone. */
  async checkAll(): Promise<void> {
    try {
      const actors = this.rooms.all().map(socket => socket.data.actor)
      const sessionIds = new Set(actors.flatMap(actor => (actor.kind === 'account' ? actor.sessionId : [])))
      for (const sessionId of await this.sessions.over([...sessionIds])) this.cutSession(sessionId)
      await this.check([...new Set(actors.flatMap(actor => (actor.kind === 'screen' ? actor.screenId : [])))])
    } catch (error) {
      this.log.warn({ fault: kindOf(error) })
    }
  }

  private async heard(told: string): Promise<void> {
    const [kind, id = ''] = told.split(':')
    if (kind === 'session') this.cutSession(id)
    if (kind === 'screen' && this.rooms.has(room.screen(id)))
      await this.check([id]).catch((error: unknown) => this.log.warn({ fault: kindOf(error) }))
  }

  private cutSession(sessionId: string): void {
    for (const socket of this.rooms.in(room.session(sessionId))) this.cut(socket, 'access.signed_out')
  }

  private async check(screenIds: string[]): Promise<void> {
    if (screenIds.length === 0) return
    const rows = await this.screens.find(screenIds)
    for (const screenId of screenIds) {
      const screen = rows.find(row => row.id === screenId)
      for (const socket of this.rooms.in(room.screen(screenId))) {
        if (!screen || screen.revokedAt) this.cut(socket, 'screen.revoked')
        else if (hasOtherPlace(socket, screen)) sendToJoin(socket)
      }
    }
  }

  private cut(socket: LiveSocket, code: ErrorCode): void {
    this.figures.cut.ended.inc()
    socket.emit(Event.ended, { code })
    socket.disconnect(true)
  }
}

/** It is not yet where it belongs: just paired, of another kind, or pointed at another programme. */
function hasOtherPlace(socket: LiveSocket, screen: { kind: string; programId: string | null }): boolean {
  const { programId, screen: held } = socket.data
  if (screen.programId === null) return false
  return programId !== screen.programId || held?.kind !== screen.kind
}

function sendToJoin(socket: LiveSocket): void {
  for (const left of socket.rooms) if (left.startsWith('program:')) void socket.leave(left)
  delete socket.data.programId
  delete socket.data.screen
  socket.data.cuedId = null
  socket.emit(Event.paired, {})
}
