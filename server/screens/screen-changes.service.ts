import { Injectable } from '@nestjs/common'
import type { PatchScreen, Screen as ScreenView } from '#protocol/screen.js'
import { type AccountActor, mustHold } from '../access/actor.js'
import { DomainError } from '../errors/domain-error.js'
import { Ledger } from '../ledger/ledger.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import type { ProgramRow } from '../programs/domain/program.js'
import { programOf } from '../programs/program-row.js'
import { changeScreen } from './domain/change-screen.js'
import { ScreenSeating } from './screen-seating.js'
import type { ScreenRow } from './screen.entity.js'
import { ScreenRows } from './screen.rows.js'
import { SCREEN_BY_ID, showNothing, writeScreen } from './screen.sql.js'

const ON_AIR = { text: `SELECT id FROM question WHERE "programId" = $1 AND state = 'on_air'` }

/** Naming, seating, cueing, moving and revoking screens. */
@Injectable()
export class ScreenChangesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly screens: ScreenRows,
    private readonly seating: ScreenSeating,
  ) {}

  async patch(actor: AccountActor, screenId: string, command: PatchScreen): Promise<{ screen: ScreenView }> {
    const { programId } = await this.screens.mine(actor, screenId)
    const there = command.programId ?? programId
    if (command.programId) mustHold(actor, there, ['producer'])
    await this.ledger.record(
      { id: command.id, programId, type: 'screen.changed', targetId: screenId, by: actor.person },
      transaction =>
        Promise.all([
          transaction.query<ScreenRow>(SCREEN_BY_ID, [screenId]),
          transaction.query<{ id: string }>(ON_AIR, [programId]),
        ]),
      async (transaction, [[screen], [onAir]]) => {
        if (!screen || screen.revokedAt || screen.programId !== programId)
          throw new DomainError('screen.not_found')
        const moves = there !== programId
        const program = moves
          ? await this.arriveIn(transaction, there, screenId, actor)
          : programOf(transaction)
        // Where it comes from nothing can be cued that is on air where it goes.
        const scene = { programId: there, phase: program.phase, onAirId: moves ? undefined : onAir?.id }
        const next = changeScreen(screen, command, scene)
        await this.seating.mustBeSeated(transaction, program, command.speakerId)
        const left = moves && { leftProgramId: programId, leftRevision: transaction.revision }
        writeScreen(transaction, { ...next, revision: program.revision, ...left })
        return { result: undefined }
      },
    )
    return { screen: await this.screens.view(screenId) }
  }

  /** Takes a screen away at once: its browsers are cut, its secret opens nothing any longer. */
  async revoke(actor: AccountActor, screenId: string, id: string): Promise<void> {
    const { programId } = await this.screens.mine(actor, screenId)
    await this.ledger.record(
      { id, programId, type: 'screen.revoked', targetId: screenId, by: actor.person },
      transaction => transaction.query<ScreenRow>(SCREEN_BY_ID, [screenId]),
      (transaction, [screen]) => {
        if (!screen || screen.revokedAt) throw new DomainError('screen.not_found')
        writeScreen(transaction, {
          ...screen,
          revokedAt: transaction.now,
          revision: transaction.revision,
        })
        showNothing(transaction, screenId)
        return { result: undefined }
      },
    )
  }

  /** A screen leaves one programme and arrives in another in the same instant. */
  private async arriveIn(
    transaction: LedgerTransaction,
    programId: string,
    screenId: string,
    actor: AccountActor,
  ): Promise<ProgramRow> {
    const other = await transaction.alsoIn(programId, 'screen.changed', screenId, actor.person)
    const program = other as unknown as ProgramRow
    if (program.phase === 'closed') throw new DomainError('program.closed')
    return program
  }
}
