import { Injectable } from '@nestjs/common'
import { Event, type Patch } from '#protocol/live.js'
import { LiveFigures } from './live.figures.js'
import {
  type Change,
  cuedQuestion,
  patchForOverlay,
  patchForScreens,
  patchForStaff,
  withMe,
  withMessages,
} from './live.projection.js'
import { DESKS, LiveRooms, type LiveSocket, room } from './live.rooms.js'
import type { ChangedRows } from './live.rows.js'
import { Presence } from './presence.js'

/** Tells a change to each audience on this instance once, in what that audience may see. */
@Injectable()
export class LiveAudiences {
  constructor(
    private readonly rooms: LiveRooms,
    private readonly presence: Presence,
    private readonly figures: LiveFigures,
  ) {}

  /** `rows`: what the change was read from; without them nothing but questions changed. */
  tell(change: Change, rows?: ChangedRows): void {
    const { id } = change.program
    // The glass comes first: a desk can wait for the part of a millisecond that the screens take.
    this.toScreens(change)
    for (const socket of this.rooms.in(room.overlays(id))) this.toOverlay(socket, change, rows)
    const connections = (screenId: string) => this.presence.connectionsOf(id, screenId)
    for (const desk of DESKS) {
      const name = room.desk(id, desk)
      if (this.rooms.has(name)) this.rooms.emit(name, Event.patch, patchForStaff(change, desk, connections))
      this.figures.patches[desk.audience].inc(this.rooms.size(name))
    }
  }

  /** A screen that was changed itself, or that a message is for, is told so in its own copy of the patch. */
  private toScreens(change: Change): void {
    const name = room.screens(change.program.id)
    if (!this.rooms.has(name)) return
    const patch = patchForScreens(change)
    const concerned = this.concerned(name, change)
    const ids = concerned.map(socket => socket.id)
    this.rooms.emit(name, Event.patch, patch, ids)
    this.figures.patches.screen.inc(this.rooms.size(name))
    for (const socket of concerned) {
      const held = socket.data.screen!
      const screen = change.screens.find(changed => changed.id === held.id) ?? held
      const own = withMessages(patch, change, screen)
      this.toOne(socket, screen === held ? own : withMe(own, screen), screen)
    }
  }

  private concerned(name: string, { screens, messages }: Change): LiveSocket[] {
    if (messages.length > 0) return this.rooms.in(name)
    const changed = screens.flatMap(screen => this.rooms.in(room.screen(screen.id)))
    return changed.filter(socket => socket.rooms.has(name))
  }

  private toOverlay(socket: LiveSocket, change: Change, rows: ChangedRows | undefined): void {
    const held = socket.data.screen!
    const screen = change.screens.find(changed => changed.id === held.id) ?? held
    const before = socket.data.cuedId ?? null
    const touched = change.questions.find(question => question.id === before) ?? null
    const onAir = rows ? rows.onAir : touched
    // Without rows nothing but questions changed, so the cue stands unless its own question was touched.
    const cued = rows || touched ? cuedQuestion(screen, onAir, change.program) : null
    const stays = !rows && !touched
    const patch = patchForOverlay(change, cued, stays ? null : before)
    socket.data.cuedId = stays ? before : (cued?.id ?? null)
    this.figures.patches.overlay.inc()
    this.toOne(socket, screen === held ? patch : withMe(patch, screen), screen)
  }

  /** The kind stays what it joined as: by that it is found to belong elsewhere, and sent to join again. */
  private toOne(socket: LiveSocket, patch: Patch, screen: Change['screens'][number]): void {
    socket.data.screen = { ...screen, kind: socket.data.screen!.kind }
    socket.emit(Event.patch, patch)
  }
}
