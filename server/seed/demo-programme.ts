import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import type { Phase } from '#protocol/program.js'
import type { AccountActor } from '../access/actor.js'
import { Database } from '../database/database.js'
import { Clock } from '../ledger/clock.js'
import { PanelService } from '../programs/panel.service.js'
import { ProgramPhaseService } from '../programs/program-phase.service.js'
import { ProgramsService } from '../programs/programs.service.js'
import { FOUNDING_PROGRAMME } from './founding-programme.js'

/** Makes the demo programme, through the same doors as everybody. */
@Injectable()
export class DemoProgramme {
  constructor(
    private readonly database: Database,
    private readonly programs: ProgramsService,
    private readonly phases: ProgramPhaseService,
    private readonly panel: PanelService,
    private readonly clock: Clock,
  ) {}

  /** When there is no programme yet: one that is live, planned from this moment, with three on the panel. */
  async seed(): Promise<void> {
    const [any] = await this.database.query({ text: 'SELECT 1 FROM program LIMIT 1' })
    if (any) return
    const admin = await this.actor('quantri', 'admin')
    const producer = await this.actor('daodien', 'producer')
    if (!admin || !producer) return
    const { lines, speakers, ...told } = FOUNDING_PROGRAMME
    const id = newId()
    const plannedStart = this.clock.now().toISOString()
    await this.programs.create(admin, { id, ...told, channels: [...told.channels], plannedStart })
    const others = await this.panel.list(id, 'lines')
    await this.panel.putList(admin, id, 'lines', {
      id: newId(),
      lines: [...lines, ...others.map(({ id, version, code, name }) => ({ id, version, code, name }))],
    })
    await this.panel.putSpeakers(admin, id, { id: newId(), speakers: [...speakers] })
    for (const phase of ['open', 'live'] as const) await this.lead(producer, id, phase)
  }

  private async lead(producer: AccountActor, programId: string, phase: Phase): Promise<void> {
    const { program } = await this.programs.read(programId)
    await this.phases.change(producer, programId, { id: newId(), phase, version: program.version })
  }

  private async actor(username: string, role: 'admin' | 'producer'): Promise<AccountActor | undefined> {
    const [account] = await this.database.query<{ id: string }>(
      { text: 'SELECT id FROM account WHERE username = $1' },
      [username],
    )
    return (
      account && {
        kind: 'account',
        sessionId: newId(),
        person: { id: account.id, name: username },
        grants: [{ role, programId: null }],
        passwordChangeNeeded: false,
      }
    )
  }
}
