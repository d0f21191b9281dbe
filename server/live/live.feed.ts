import { Injectable, Logger } from '@nestjs/common'
import { Notifications } from '../database/notifications.js'
import { kindOf } from '../errors/fault-kind.js'
import { Ledger } from '../ledger/ledger.js'
import type { Committed } from '../ledger/recording.js'
import { Clock } from '../ledger/clock.js'
import { LedgerReader } from '../ledger/ledger.reader.js'
import type { ProgramRow } from '../programs/domain/program.js'
import type { Lists } from '../programs/program-lists.js'
import type { Question } from '../questions/domain/question.js'
import { FeedLag } from './feed-lag.js'
import { LiveAudiences } from './live.audiences.js'
import { LiveFigures } from './live.figures.js'
import { LiveGlass } from './live.glass.js'
import { type Change, causeOf } from './live.projection.js'
import { LiveRooms, room } from './live.rooms.js'
import { type ChangedRows, LiveRows } from './live.rows.js'

/** How far this instance has announced a programme, and what it knew of it then. */
type Position = { sent: number; program: ProgramRow; lists: Lists; draining: boolean; again: boolean }

/**
 * The one way a change is announced. For each programme with sockets here it goes from revision to revision, in
 * order, and has each audience told once. What this instance committed is handed to it at once; what others
 * committed it reads. A notification only says that there is something: the head of the ledger is the proof.
 */
@Injectable()
export class LiveFeed {
  private readonly log = new Logger('feed')
  private readonly positions = new Map<string, Position>()
  private readonly behind = new FeedLag()
  private provedAt: number

  constructor(
    private readonly rows: LiveRows,
    private readonly reader: LedgerReader,
    private readonly rooms: LiveRooms,
    private readonly audiences: LiveAudiences,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly glass: LiveGlass,
    private readonly figures: LiveFigures,
    notifications: Notifications,
  ) {
    this.provedAt = clock.monotonic()
    ledger.onCommitted(committed => this.handOver(committed))
    notifications.on('program', told => this.heard(told))
    notifications.onBack(() => this.drainAll())
  }

  /**
   * Follows a programme from the revision at which its first socket here was told of it. What was committed since
   * that was read was told to nobody here, so it is asked for at once.
   */
  follow(rows: ChangedRows): void {
    const { program, lists } = rows
    if (this.positions.has(program.id)) return
    this.positions.set(program.id, { sent: program.revision, program, lists, draining: false, again: false })
    this.glass.follow(rows)
    this.drain(program.id)
  }

  /** The revision that was announced here last, if the programme is followed. */
  sent(programId: string): number | undefined {
    return this.positions.get(programId)?.sent
  }

  followed(): string[] {
    return [...this.positions.keys()]
  }

  /** Forgets programmes that nobody here watches any longer. */
  forgetIdle(): void {
    for (const programId of this.positions.keys())
      if (!this.rooms.has(room.program(programId))) this.forget(programId)
  }

  private forget(programId: string): void {
    this.positions.delete(programId)
    this.behind.forget(programId)
    this.glass.forget(programId)
  }

  /** How far behind what was committed the announcing is: revisions, seconds, and seconds since that was proved. */
  lag(): { revisions: number; seconds: number; proofAge: number } {
    const now = this.clock.monotonic()
    const { revisions } = this.behind
    return { revisions, seconds: this.behind.seconds(now), proofAge: (now - this.provedAt) / 1000 }
  }

  /** Whether it is behind for longer than a reading takes. */
  isBehind(): boolean {
    return this.behind.isLasting(this.clock.monotonic())
  }

  /** Asks the database how far each programme is, and reads what was missed. */
  async checkHeads(): Promise<void> {
    const heads = this.positions.size === 0 ? [] : await this.reader.heads(this.followed())
    this.provedAt = this.clock.monotonic()
    for (const { id, revision } of heads)
      if (revision > (this.sent(id) ?? revision)) this.catchUp(id, revision)
  }

  private catchUp(programId: string, head: number): void {
    this.behind.head(programId, head, this.sent(programId) ?? head, this.clock.monotonic())
    this.drain(programId)
  }

  /** PostgreSQL may tell of a commit of this instance before it answers it: then it will be handed over. */
  private heard(told: string): void {
    const [programId = '', revision] = told.split(':')
    if (Number(revision) <= (this.sent(programId) ?? Number.POSITIVE_INFINITY)) return
    const committing = this.ledger.committing(told)
    if (committing) void committing.then(() => this.heard(told))
    else this.catchUp(programId, Number(revision))
  }

  /** Whatever goes wrong in announcing, the command is done: the feed reads it again and tries anew. */
  private handOver(committed: readonly Committed[]): void {
    const now = this.clock.now().getTime()
    for (const { type, at } of committed) this.figures.committed(type, now - at.getTime())
    const { programId } = committed[0]!
    try {
      this.announceOwn(programId, committed)
    } catch (error) {
      this.log.error({ programId, fault: kindOf(error) })
      this.drain(programId)
    }
  }

  /** What was committed together is told together. */
  private announceOwn(programId: string, committed: readonly Committed[]): void {
    const position = this.positions.get(programId)
    const [first, last] = [committed[0]!, committed.at(-1)!]
    if (!position || last.revision <= position.sent) return
    const questions = questionsOf(committed)
    if (!questions || position.draining || first.revision !== position.sent + 1) return this.drain(programId)
    const { program, lists } = position
    this.tell(position, {
      from: position.sent,
      revision: last.revision,
      at: last.at,
      cause: first === last ? causeOf(last.type, last.by) : undefined,
      program,
      lists,
      questions,
      speakers: [],
      screens: [],
      messages: [],
      wiped: [],
      now: last.at,
    })
  }

  private drainAll(): void {
    for (const programId of this.positions.keys()) this.drain(programId)
  }

  private drain(programId: string): void {
    const position = this.positions.get(programId)
    if (!position) return
    position.again = true
    if (!position.draining) void this.drainInOrder(programId, position)
  }

  private async drainInOrder(programId: string, position: Position): Promise<void> {
    position.draining = true
    try {
      while (position.again) {
        position.again = false
        const rows = await this.rows.changedAfter(programId, position.sent)
        if (rows && rows.program.revision > position.sent) this.announce(position, rows)
      }
    } catch (error) {
      // The next notification or pulse finds the head ahead again.
      this.log.warn({ programId, fault: kindOf(error) })
    } finally {
      position.draining = false
    }
  }

  private announce(position: Position, rows: ChangedRows): void {
    position.program = rows.program
    position.lists = rows.lists
    const single = rows.program.revision === position.sent + 1
    this.tell(position, changeOf(rows, single, this.clock.now()), rows)
  }

  private tell(position: Position, change: Change, rows?: ChangedRows): void {
    this.audiences.tell(change, rows)
    position.sent = change.revision
    this.behind.announced(change.program.id, change.revision)
    this.glass.announced(change)
  }
}

/** The questions as the last of these commands left them, if all of them touched nothing else. */
function questionsOf(committed: readonly Committed[]): Question[] | undefined {
  const latest = new Map<string, Question>()
  for (const { touched } of committed) {
    if (!touched) return undefined
    for (const question of (touched as { questions: Question[] }).questions) latest.set(question.id, question)
  }
  return [...latest.values()]
}

/** The rows as a change: everything when they begin at 0. */
export const changeOf = (rows: ChangedRows, single: boolean, now: Date): Change => ({
  from: rows.after,
  revision: rows.program.revision,
  at: rows.head?.at ?? rows.program.createdAt,
  cause: single && rows.head ? causeOf(rows.head.type, rows.head.by) : undefined,
  program: rows.program,
  lists: rows.lists,
  questions: rows.questions,
  speakers: rows.speakers,
  screens: rows.screens,
  messages: rows.messages,
  wiped: rows.wiped,
  now,
})
