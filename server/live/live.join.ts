import { Injectable } from '@nestjs/common'
import { Event, type Join, type JoinAck, PATCH_WINDOW, type Snapshot } from '#protocol/live.js'
import { type AccountActor, mustHold, rolesIn } from '../access/actor.js'
import { DomainError, invalidField } from '../errors/domain-error.js'
import { Clock } from '../ledger/clock.js'
import { AUDIENCES } from '../questions/question.presenter.js'
import { Receipts } from '../screens/receipts.js'
import { ScreenRows } from '../screens/screen.rows.js'
import { LiveBeside } from './live.beside.js'
import { changeOf, LiveFeed } from './live.feed.js'
import {
  cuedQuestion,
  patchForScreens,
  patchForStaff,
  snapshotForOverlay,
  snapshotForScreen,
  snapshotForStaff,
  withMe,
  withMessages,
} from './live.projection.js'
import { deskOf, type LiveSocket, room } from './live.rooms.js'
import type { ChangedRows } from './live.rows.js'
import { LiveSnapshots } from './live.snapshot.js'
import { Presence } from './presence.js'

/** What the database's column can hold; whoever names more is ahead of every head. */
const HIGHEST_REVISION = 2_147_483_647

type Accept = (ack: JoinAck) => void

/**
 * Brings a socket into a programme. Its rooms and its answer are one step without a pause: what is announced
 * before is in the answer, what is announced after follows it.
 */
@Injectable()
export class LiveJoin {
  constructor(
    private readonly snapshots: LiveSnapshots,
    private readonly feed: LiveFeed,
    private readonly presence: Presence,
    private readonly receipts: Receipts,
    private readonly beside: LiveBeside,
    private readonly screens: ScreenRows,
    private readonly clock: Clock,
  ) {}

  async staff(socket: LiveSocket, actor: AccountActor, join: Join, accept: Accept): Promise<void> {
    if (!join.programId) throw invalidField('programId', 'text.empty')
    const roles = mustHold(actor, join.programId, AUDIENCES)
    const desk = deskOf(roles)
    const { programId } = join
    await this.presence.enter(socket.id, {
      programId,
      accountId: actor.person.id,
      name: actor.person.name,
      roles: rolesIn(actor, programId),
      screenId: null,
    })
    const people = await this.presence.people(programId)
    const receipts = desk.studio
      ? await this.receipts.of(programId, id => this.presence.connectionsOf(programId, id))
      : undefined
    let rows: ChangedRows
    do rows = await this.read(programId, join.since)
    while (this.isBehind(rows))
    this.enter(socket, rows, [room.desk(programId, desk), room.staff(programId)])
    if (desk.studio) void socket.join(room.receipts(programId))
    // What changed beside the ledger since it was read was shown before this desk stood in its rooms.
    this.beside.show(programId)
    const connections = (screenId: string) => this.presence.connectionsOf(programId, screenId)
    if (isPatch(rows, join.since))
      return accept({ ok: true, patch: patchForStaff(this.changeOf(rows), desk, connections) })
    const snapshot: Snapshot = {
      ...snapshotForStaff(this.changeOf(rows), desk, connections),
      people,
      ...(receipts && { receipts }),
    }
    accept({ ok: true, snapshot })
  }

  async screen(socket: LiveSocket, screenId: string, join: Join, accept: Accept): Promise<void> {
    const screen = await this.screens.one(screenId)
    if (!screen || screen.revokedAt) throw new DomainError('screen.revoked')
    if (!screen.programId) throw new DomainError('screen.not_paired')
    if (join.programId && join.programId !== screen.programId) throw new DomainError('program.not_found')
    const { programId } = screen
    const here = { programId, screenId, accountId: null, name: null, roles: [] }
    await this.presence.enter(socket.id, here)
    const overlay = screen.kind === 'overlay'
    // An overlay has one question at most: it is always told all of it.
    let rows: ChangedRows
    do rows = await this.read(programId, overlay ? undefined : join.since)
    while (this.isBehind(rows))
    const [newest] = rows.screens.filter(row => row.id === screenId)
    // A shared reading may be older than the very change that sent this screen to join; its patch is still to come.
    const me = newest && newest.revision >= screen.revision ? newest : screen
    socket.data.screen = { ...me, kind: screen.kind }
    this.enter(socket, rows, [overlay ? room.overlays(programId) : room.screens(programId)])
    const all = this.changeOf(rows)
    if (!overlay && isPatch(rows, join.since)) {
      const patch = withMessages(patchForScreens(all), all, me)
      return accept({ ok: true, patch: me.revision > rows.after ? withMe(patch, me) : patch })
    }
    socket.data.cuedId = overlay ? (cuedQuestion(me, rows.onAir, rows.program)?.id ?? null) : null
    accept({
      ok: true,
      snapshot: overlay ? snapshotForOverlay(all, me, rows.onAir) : snapshotForScreen(all, me),
    })
  }

  private readonly changeOf = (rows: ChangedRows) => changeOf(rows, false, this.clock.now())

  private isBehind({ program }: ChangedRows): boolean {
    return program.revision < (this.feed.sent(program.id) ?? 0)
  }

  /** What changed since, when that is a patch's worth and no wipe lies between; else everything. */
  private async read(programId: string, since: number | undefined): Promise<ChangedRows> {
    const rows =
      since !== undefined && since <= HIGHEST_REVISION ? await this.snapshots.read(programId, since) : null
    if (rows && isPatchable(rows, since!)) return rows
    const all = await this.snapshots.read(programId, 0)
    if (!all) throw new DomainError('program.not_found')
    return all
  }

  private enter(socket: LiveSocket, rows: ChangedRows, rooms: string[]): void {
    for (const left of socket.rooms) if (left.startsWith('program:')) void socket.leave(left)
    this.feed.follow(rows)
    socket.data.programId = rows.program.id
    socket.data.joinedAt = { revision: rows.program.revision, at: this.clock.monotonic() }
    void socket.join([room.program(rows.program.id), ...rooms])
    // Before the first picture: a client whose own clock is wrong shows the right time from the beginning.
    socket.emit(Event.pulse, { now: this.clock.now().toISOString(), revision: rows.program.revision })
  }
}

/** Whether the rows are what a client that has `since` lacks, and not everything. */
const isPatch = (rows: ChangedRows, since: number | undefined) =>
  since !== undefined && rows.after === since && isPatchable(rows, since)

const isPatchable = ({ program }: ChangedRows, since: number) =>
  since <= program.revision && program.revision - since <= PATCH_WINDOW && program.wipedRevision <= since
