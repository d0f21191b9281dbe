import { Injectable } from '@nestjs/common'
import type { Painted } from '#protocol/live.js'
import { Clock } from '../ledger/clock.js'
import type { ProgramRow } from '../programs/domain/program.js'
import { KeyToGlass, type Press } from './key-to-glass.js'
import { LiveFigures } from './live.figures.js'
import type { Change } from './live.projection.js'
import { LiveRooms, type LiveSocket, room } from './live.rooms.js'
import type { ChangedRows } from './live.rows.js'

/** A screen that shows something else for longer than this is not right. Milliseconds. */
const NOT_RIGHT_AFTER_MS = 3000
const PRESSES: Record<string, { press: Press; state: string } | undefined> = {
  'question.approved': { press: 'approve', state: 'approved' },
  'question.taken': { press: 'take', state: 'on_air' },
}

/** What every screen of a programme should show as NOW, and since when. */
type Due = { questionId: string; version: number; since: number }
type Stage = { onAir: { id: string; version: number } | null; due: Due | null; presses: KeyToGlass }

/** What should stand on the glass, against what screens say of it: how fast it came, and who does not show it. */
@Injectable()
export class LiveGlass {
  private readonly stages = new Map<string, Stage>()

  constructor(
    private readonly rooms: LiveRooms,
    private readonly figures: LiveFigures,
    private readonly clock: Clock,
  ) {}

  /** A programme is followed from here on. */
  follow({ program, onAir }: ChangedRows): void {
    const stage: Stage = { onAir, due: null, presses: new KeyToGlass() }
    this.stages.set(program.id, stage)
    this.settle(stage, program)
  }

  forget(programId: string): void {
    this.stages.delete(programId)
  }

  /** A change was sent to the screens of a programme. */
  announced({ program, questions, wiped, cause, revision, at }: Change): void {
    const stage = this.stages.get(program.id)
    if (!stage) return
    if ([...questions, ...wiped].some(({ id }) => id === stage.onAir?.id)) stage.onAir = null
    stage.onAir = questions.find(({ state }) => state === 'on_air') ?? stage.onAir
    this.settle(stage, program)
    const known = cause && PRESSES[cause.type]
    const pressed = known && questions.find(({ state }) => state === known.state)
    if (!pressed || !paints(program)) return
    const age = Math.max(0, this.clock.now().getTime() - at.getTime())
    const { id: questionId, version } = pressed
    stage.presses.pressed({
      press: known.press,
      revision,
      questionId,
      version,
      at: this.clock.monotonic() - age,
    })
  }

  /** A screen says what stands on its glass. */
  painted({ data }: LiveSocket, { painted, revision }: Painted): void {
    const now = painted.find(({ place }) => place === 'now')
    data.now = now && { questionId: now.questionId, version: now.version }
    this.figures.receipts.inc()
    const { screen, programId, joinedAt } = data
    const stage = programId === undefined ? undefined : this.stages.get(programId)
    if (!stage || !screen || joinedAt === undefined || screen.kind === 'overlay') return
    const said = { screenId: screen.id, joinedAt: joinedAt.revision, revision, painted }
    const seen = stage.presses.painted(said, this.clock.monotonic())
    if (seen) this.figures.keyToGlass(seen.press, seen.took)
  }

  /** Screens here that should show NOW for a while already and have not said so. Overlays say nothing of it. */
  notRight(): number {
    let count = 0
    const now = this.clock.monotonic()
    for (const [programId, { due }] of this.stages)
      if (due) count += this.rooms.in(room.screens(programId)).filter(is => lacks(is, due, now)).length
    return count
  }

  private settle(stage: Stage, program: ProgramRow): void {
    const { onAir, due } = stage
    if (!paints(program)) stage.presses.hidden()
    if (!onAir || !paints(program)) stage.due = null
    else if (due?.questionId !== onAir.id || due.version !== onAir.version)
      stage.due = { questionId: onAir.id, version: onAir.version, since: this.clock.monotonic() }
  }
}

const paints = ({ blank, phase }: ProgramRow) =>
  !blank && phase !== 'draft' && phase !== 'ended' && phase !== 'closed'

function lacks({ data }: LiveSocket, due: Due, now: number): boolean {
  if (data.screen?.testCard || !data.joinedAt) return false
  const since = Math.max(due.since, data.joinedAt.at)
  const shows = data.now?.questionId === due.questionId && data.now.version === due.version
  return !shows && now - since > NOT_RIGHT_AFTER_MS
}
